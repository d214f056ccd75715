package org.haetae.casework.delivery.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** Whether a host is this machine, told from how it is written: a look-up's answer may change. */
public final class Loopback {
  private Loopback() {}

  public static boolean is(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    if (lower.equals("localhost")) {
      return true;
    }
    boolean literal = lower.matches("127(\\.[0-9]{1,3}){3}") || lower.equals("::1");
    try {
      return literal && InetAddress.getByName(lower).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
