package org.haetae.console;

/** Reads the secret of a phone as a page shows it (RFC 4648, section 6). */
final class Base32 {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static byte[] bytes(String typed) {
    byte[] bytes = new byte[typed.length() * 5 / 8];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < typed.length(); i++) {
      held = (held << 5) | DIGITS.indexOf(typed.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    return bytes;
  }
}
