package org.haetae.console;

/** Somebody's phone, into which the secret of an account is typed. */
public final class Phone {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Phone() {}

  /** What an authenticator app makes of a secret as a page shows it (RFC 4648, base 32). */
  public static byte[] secret(String typed) {
    byte[] secret = new byte[typed.length() * 5 / 8];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < typed.length(); i++) {
      held = (held << 5) | LETTERS.indexOf(typed.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        secret[at++] = (byte) (held >> bits);
        held &= (1 << bits) - 1;
      }
    }
    return secret;
  }
}
