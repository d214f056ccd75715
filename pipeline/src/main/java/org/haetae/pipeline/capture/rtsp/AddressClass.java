package org.haetae.pipeline.capture.rtsp;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/** From how far away an address can be reached (IANA's special-purpose address registries). */
public enum AddressClass {
  /** This machine, {@code 0.0.0.0/8} included, which connects to it. */
  LOOPBACK,
  LINK_LOCAL,
  /** RFC 1918, RFC 6598 and RFC 4193. */
  PRIVATE,
  PUBLIC,
  MULTICAST,
  /** Where clouds hand out keys to whoever asks. */
  CLOUD_METADATA;

  private static final Set<String> METADATA =
      Set.of("169.254.169.254", "169.254.170.2", "100.100.100.200", "fd00:ec2:0:0:0:0:0:254");

  /** The class of {@code address}; of the address within for IPv4 carried in IPv6. */
  public static AddressClass of(InetAddress address) {
    byte[] b = address.getAddress();
    if (METADATA.contains(address.getHostAddress())) {
      return CLOUD_METADATA;
    }
    if (address instanceof Inet4Address) {
      return ofIpv4(address, b[0] & 0xff, b[1] & 0xff);
    }
    if (isCarrier(b)) {
      int from = (b[0] & 0xff) == 0x20 ? 2 : 12;
      return of(ipv4(Arrays.copyOfRange(b, from, from + 4)));
    }
    if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
      return LOOPBACK;
    }
    if (address.isMulticastAddress()) {
      return MULTICAST;
    }
    if (address.isLinkLocalAddress()) {
      return LINK_LOCAL;
    }
    return address.isSiteLocalAddress() || (b[0] & 0xfe) == 0xfc ? PRIVATE : PUBLIC;
  }

  private static AddressClass ofIpv4(InetAddress address, int first, int second) {
    if (first == 0 || first == 127) {
      return LOOPBACK;
    }
    if (first >= 224) {
      return MULTICAST; // and the reserved ones behind it, broadcast among them
    }
    if (address.isLinkLocalAddress()) {
      return LINK_LOCAL;
    }
    boolean shared = first == 100 && second >= 64 && second < 128;
    return address.isSiteLocalAddress() || shared ? PRIVATE : PUBLIC;
  }

  /** 6to4 (RFC 3056), NAT64 (RFC 6052) and IPv4-compatible (RFC 4291) addresses. */
  private static boolean isCarrier(byte[] b) {
    boolean sixToFour = (b[0] & 0xff) == 0x20 && b[1] == 0x02;
    boolean nat64 = b[0] == 0 && b[1] == 0x64 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b;
    boolean compatible = true;
    for (int i = 0; i < 12; i++) {
      compatible &= b[i] == 0;
    }
    boolean loopbackOrAny = compatible && b[12] == 0 && b[13] == 0 && b[14] == 0;
    return sixToFour || nat64 || (compatible && !loopbackOrAny);
  }

  private static InetAddress ipv4(byte[] four) {
    try {
      return InetAddress.getByAddress(four);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
