package org.haetae.pipeline.onvif;

/** Makes a device's own words fit for a terminal and a log. */
final class PlainText {
  private static final int LONGEST = 128;

  private PlainText() {}

  /** At most 128 characters in one line, without control and direction characters. */
  static String of(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .filter(c -> Character.getType(c) != Character.LINE_SEPARATOR)
        .filter(c -> Character.getType(c) != Character.PARAGRAPH_SEPARATOR)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .limit(LONGEST)
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }
}
