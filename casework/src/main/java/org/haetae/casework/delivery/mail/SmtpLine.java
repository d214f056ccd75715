package org.haetae.casework.delivery.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.access.Login;

/** Hands mail in to one server, a connection each. Safe for many threads. */
final class SmtpLine {
  private final MailServer server;
  private final Session session;

  /**
   * @param domain by which we greet
   * @param limit the channel's
   */
  SmtpLine(MailServer server, String domain, Duration limit) {
    this.server = server;
    this.session = Session.getInstance(settings(server, domain, limit));
  }

  private static Properties settings(MailServer server, String domain, Duration limit) {
    Properties all = new Properties();
    all.setProperty("mail.smtp.localhost", domain);
    // Once the mail is taken over, a server that is slow to say goodbye changes nothing.
    all.setProperty("mail.smtp.quitwait", "false");
    all.setProperty("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
    // Behind the channel's own limit: they only end what could not be broken off.
    String millis = Long.toString(limit.multipliedBy(2).toMillis());
    all.setProperty("mail.smtp.connectiontimeout", millis);
    all.setProperty("mail.smtp.timeout", millis);
    server
        .trust()
        .ifPresent(
            trust -> {
              all.setProperty("mail.smtp.starttls.enable", "true");
              all.setProperty("mail.smtp.starttls.required", "true");
              all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
              all.put("mail.smtp.ssl.socketFactory", trust.sockets());
            });
    return all;
  }

  Session session() {
    return session;
  }

  void send(KeyedMessage message) throws DeliveryException {
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      connect(transport);
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw SmtpFault.explain(e);
    }
  }

  private void connect(SMTPTransport transport) throws MessagingException, DeliveryException {
    try {
      transport.connect(
          server.host(),
          server.port(),
          server.login().map(Login::user).orElse(null),
          server.login().map(login -> login.password().reveal()).orElse(null));
    } catch (MessagingException e) {
      if (e.getCause() == null
          && server.trust().isPresent()
          && !transport.supportsExtension("STARTTLS")) {
        throw DeliveryException.channel(
            "the mail server offers no TLS (STARTTLS), and nothing is sent without: switch it on"
                + " there or name its port for it, 587 as a rule",
            e);
      }
      throw e;
    }
  }
}
