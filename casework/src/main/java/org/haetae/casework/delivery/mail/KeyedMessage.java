package org.haetae.casework.delivery.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.delivery.text.PatrolText;

/**
 * A mail whose Message-ID is the notice's key, so that a repetition is the same mail to servers and
 * readers (RFC 5322, section 3.6.4).
 */
final class KeyedMessage extends MimeMessage {
  private final String id;

  private KeyedMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  static KeyedMessage of(Session session, Notice notice, MailEnvelope envelope, PatrolText text)
      throws MessagingException {
    KeyedMessage message =
        new KeyedMessage(session, "<%s@%s>".formatted(notice.key(), envelope.domain()));
    String charset = StandardCharsets.UTF_8.name();
    message.setFrom(envelope.sender());
    message.setRecipients(Message.RecipientType.TO, envelope.recipients());
    message.setSubject(text.subject(), charset);
    message.setText(text.body(), charset);
    message.setSentDate(Date.from(notice.at()));
    // No holiday replies (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    if (notice.queue() == Queue.THREAT) {
      message.setHeader("Importance", "high");
    }
    message.saveChanges();
    return message;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
