package org.haetae.casework.delivery.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.haetae.casework.delivery.DeliveryException;

/**
 * Where a webhook goes. An address within a machine or a private network is refused unless the site
 * says that it is meant, so that a mistyped or rebound name can't aim notices at what happens to
 * listen there.
 *
 * <p>The name is looked up before each delivery, and each address that it leads to is looked at.
 * The JDK's client looks it up once more when it connects, and as a rule gets the same answer,
 * because the JDK keeps one for 30 s. A name that changes its answer just between the two can still
 * not get a notice into an internal network: without {@code internal} only https is spoken, and who
 * listens there has no certificate for that name. What it gets is the beginning of a TLS handshake.
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
        if (InternalAddress.is(address)) {
          throw DeliveryException.channel(
              "the receiver's name leads to an address within a machine or a private network; where"
                  + " that is meant, say \"internal: true\"");
        }
      }
    } catch (UnknownHostException e) {
      throw DeliveryException.channel("the receiver's name is not known", e);
    }
  }
}
