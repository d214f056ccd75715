package org.haetae.casework.delivery.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import org.haetae.casework.delivery.Channel;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.limit.TimeLimit;
import org.haetae.casework.delivery.text.PatrolText;

/**
 * Sends notices as mail, one connection each. It is taken over when the server takes it for all
 * addresses. Safe for many threads; holds nothing between two mails.
 */
public final class MailChannel implements Channel {
  private final String name;
  private final MailEnvelope envelope;
  private final TimeLimit limit;
  private final SmtpLine line;

  /**
   * @param limit for one mail, from the look-up of the server's name to its last answer
   */
  public MailChannel(String name, MailServer server, MailEnvelope envelope, Duration limit) {
    this.name = name;
    this.envelope = envelope;
    this.limit = new TimeLimit(limit);
    this.line = new SmtpLine(server, envelope.domain(), limit);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Notice notice) throws DeliveryException, InterruptedException {
    limit.hold(() -> line.send(message(notice)));
  }

  private KeyedMessage message(Notice notice) throws DeliveryException {
    PatrolText text = PatrolText.of(notice, envelope.zone());
    try {
      return KeyedMessage.of(line.session(), notice, envelope, text);
    } catch (MessagingException e) {
      throw DeliveryException.notice("the mail can't be written: " + e.getClass().getSimpleName());
    }
  }
}
