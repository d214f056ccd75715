package org.haetae.casework.contact;

import java.util.Locale;

/**
 * A way to reach a protected person.
 *
 * @param name by which the gateway knows the address; never the address
 * @param language in which to speak or write
 * @param seenByRespondent whether the respondent can hear, read or answer it: a shared telephone, a
 *     common mailbox, a former home
 */
public record Contact(String name, Means means, Locale language, boolean seenByRespondent) {
  public Contact {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a contact needs the name by which the gateway knows it");
    }
  }

  /** How it reaches. */
  public enum Means {
    CALL,
    TEXT_MESSAGE,
    APP,
    MAIL
  }
}
