package org.haetae.casework.delivery.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.haetae.casework.delivery.DeliveryException;

/**
 * Where a webhook goes. An address within a machine or a private network is refused unless the site
 * says that it is meant, so that a mistyped or rebound name can't aim notices at what happens to
 * listen there. The name is looked at before each delivery; the JDK connects to the same answer, as
 * it keeps one for 30 s.
 *
 * @param uri https; http only where {@code internal}
 * @param internal the site means an address within its own network
 */
public record WebhookAddress(URI uri, boolean internal) {
  public WebhookAddress {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "a webhook's address must be https://HOST/PATH, without a user or password in it");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && internal)) {
      throw new IllegalArgumentException(
          "a webhook's address must begin with https://; http:// is for receivers within the site's"
              + " own network, say \"internal: true\" for those");
    }
  }

  /** Ends where the name leads into a network that is not meant. */
  void check() throws DeliveryException {
    if (internal) {
      return;
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
        if (isInternal(address)) {
          throw DeliveryException.channel(
              "the receiver's name leads to an address within a machine or a private network; where"
                  + " that is meant, say \"internal: true\"");
        }
      }
    } catch (UnknownHostException e) {
      throw DeliveryException.channel("the receiver's name is not known", e);
    }
  }

  /** Loopback, link-local, private (RFC 1918, 4193), shared (RFC 6598), multicast, unspecified. */
  static boolean isInternal(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
    boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
    boolean uniqueLocal = address instanceof Inet6Address && (bytes[0] & 0xFE) == 0xFC;
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || shared
        || thisNetwork
        || uniqueLocal;
  }
}
