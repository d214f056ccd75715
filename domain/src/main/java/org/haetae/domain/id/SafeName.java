package org.haetae.domain.id;

import java.util.regex.Pattern;

/**
 * What an id may look like: 1 to 64 characters, letters, digits, dot, dash and underscore, the
 * first a letter or a digit. Such a string can't climb out of a folder, break a header or a metric
 * label.
 */
public final class SafeName {
  private static final Pattern SAFE =
      Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}][\\p{IsAlphabetic}\\p{IsDigit}._-]{0,63}");

  private SafeName() {}

  /** Whether {@code value} may stand as an id. */
  public static boolean isSafe(String value) {
    return SAFE.matcher(value).matches();
  }

  static void check(String value, String what) {
    if (!isSafe(value)) {
      throw new IllegalArgumentException(
          "the id of %s must be 1 to 64 letters, digits, dots, dashes or underscores, beginning with a letter or a digit, but is \"%s\""
              .formatted(what, value));
    }
  }
}
