package org.haetae.casework.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who somebody really is. Its text never shows it.
 *
 * @param name as the person writes it; 1 to 200 characters
 * @param address empty where it is not known; up to 500 characters
 * @param phones as they were given, the preferred one first; up to 10
 */
public record Entry(String name, String address, List<String> phones, Optional<LocalDate> born) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_ADDRESS = 500;
  private static final int MOST_PHONES = 10;

  /**
   * @throws RegisterRefusal where it can't be so
   */
  public Entry {
    name = name.strip();
    address = address.strip();
    phones = List.copyOf(phones);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new RegisterRefusal("a name has 1 to %d characters".formatted(LONGEST_NAME));
    }
    if (address.length() > LONGEST_ADDRESS) {
      throw new RegisterRefusal("an address has up to %d characters".formatted(LONGEST_ADDRESS));
    }
    if (phones.size() > MOST_PHONES) {
      throw new RegisterRefusal("a person has up to %d phone numbers".formatted(MOST_PHONES));
    }
  }

  @Override
  public String toString() {
    return "Entry";
  }
}
