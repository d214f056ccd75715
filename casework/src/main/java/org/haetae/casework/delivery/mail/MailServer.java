package org.haetae.casework.delivery.mail;

import java.util.Optional;
import org.haetae.casework.delivery.access.Login;
import org.haetae.casework.delivery.access.Loopback;
import org.haetae.casework.delivery.access.Trust;

/**
 * Where mail is handed in.
 *
 * @param port 587 as a rule
 * @param trust to speak TLS (STARTTLS, RFC 3207), without which nothing is sent; empty to speak
 *     without, which only a server on this machine may be spoken to
 */
public record MailServer(String host, int port, Optional<Trust> trust, Optional<Login> login) {
  public MailServer {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "a mail server needs a host and a port from 1 to 65535, 587 as a rule");
    }
    if (trust.isEmpty() && !Loopback.is(host)) {
      throw new IllegalArgumentException(
          "mail is handed in without TLS only on this machine (localhost): for other servers use"
              + " STARTTLS");
    }
  }
}
