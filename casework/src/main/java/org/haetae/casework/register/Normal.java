package org.haetae.casework.register;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * One spelling for all spellings of a name or a number. Pure.
 *
 * @param country the code that numbers of this country have abroad, such as 82 (ITU-T E.164)
 */
public record Normal(String country) {
  /** A number has up to 15 digits with its country's (ITU-T E.164). */
  private static final int MOST_DIGITS = 15;

  private static final int FEWEST_DIGITS = 7;

  public static Normal korea() {
    return new Normal("82");
  }

  /** Composed (Unicode NFC), in small letters, without spaces; empty where nothing is left. */
  public Optional<String> name(String given) {
    String small =
        Normalizer.normalize(given, Normalizer.Form.NFC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[\\p{Z}\\s]", "");
    // Small letters may come apart again.
    String name = Normalizer.normalize(small, Normalizer.Form.NFC);
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /** Digits with the country's before them; empty where it is no number. */
  public Optional<String> phone(String given) {
    String text = given.replaceAll("[\\p{Z}\\s().\\-\\p{Pd}/]", "");
    boolean abroad = text.startsWith("+") || text.startsWith("00");
    String digits = digits(text.startsWith("+") ? text.substring(1) : text);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    String whole = abroad ? without(digits, "00") : country + without(digits, "0");
    // Written as +82 010: the zero is for calls within the country only.
    if (whole.startsWith(country + "0")) {
      whole = country + whole.substring(country.length() + 1);
    }
    return whole.length() < FEWEST_DIGITS || whole.length() > MOST_DIGITS
        ? Optional.empty()
        : Optional.of(whole);
  }

  private static String without(String digits, String prefix) {
    return digits.startsWith(prefix) ? digits.substring(prefix.length()) : digits;
  }

  /** Digits of any script as ASCII; empty where there is anything else. */
  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        return "";
      }
      digits.append(digit);
    }
    return digits.toString();
  }
}
