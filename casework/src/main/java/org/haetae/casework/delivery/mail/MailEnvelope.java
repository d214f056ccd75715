package org.haetae.casework.delivery.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.ZoneId;
import java.util.List;

/**
 * Whose mail it is and who gets it.
 *
 * @param zone in which its times are written
 */
public record MailEnvelope(String from, List<String> to, ZoneId zone) {
  public MailEnvelope {
    to = List.copyOf(to);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("a mail channel needs at least one address to write to");
    }
    address(from);
    to.forEach(MailEnvelope::address);
  }

  InternetAddress sender() {
    return address(from);
  }

  InternetAddress[] recipients() {
    return to.stream().map(MailEnvelope::address).toArray(InternetAddress[]::new);
  }

  /** What stands behind the sender's at sign. */
  String domain() {
    return from.substring(from.lastIndexOf('@') + 1);
  }

  private static InternetAddress address(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      if (address.getPersonal() == null && text.matches("[^@\\s]+@[^@\\s>]+")) {
        return address;
      }
    } catch (AddressException _) {
      // Said below without the parser's words, which repeat the address.
    }
    throw new IllegalArgumentException(
        "a mail address is not one: write NAME@DOMAIN, without a person's name or brackets");
  }
}
