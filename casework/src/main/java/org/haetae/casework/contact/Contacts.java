package org.haetae.casework.contact;

import java.util.List;
import java.util.Optional;

/**
 * All ways to reach a person.
 *
 * @param preferred the person's own choice first
 */
public record Contacts(List<Contact> preferred) {
  public static final Contacts NONE = new Contacts(List.of());

  public Contacts {
    preferred = List.copyOf(preferred);
  }

  /** Those that the respondent can't see. */
  public List<Contact> safe() {
    return preferred.stream().filter(contact -> !contact.seenByRespondent()).toList();
  }

  /**
   * Which to use for the given attempt: the preferred one, and after two attempts in vain the next,
   * round and round. Empty where none is safe.
   *
   * @param attempt from 0
   */
  public Optional<Contact> forAttempt(int attempt) {
    List<Contact> safe = safe();
    return safe.isEmpty() ? Optional.empty() : Optional.of(safe.get(attempt / 2 % safe.size()));
  }
}
