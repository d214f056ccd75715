package org.haetae.casework.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 (FIPS 180-4).
 *
 * @param hex 64 digits, small letters
 */
public record Digest(String hex) {
  private static final int DIGITS = 64;

  public Digest {
    if (hex.length() != DIGITS || !hex.chars().allMatch(Digest::isDigit)) {
      throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits in small letters");
    }
  }

  static Digest of(byte[] bytes) {
    try {
      return new Digest(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static Digest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of the 64 bytes of this one and {@code next}. */
  Digest then(Digest next) {
    return of(HexFormat.of().parseHex(hex + next.hex));
  }

  private static boolean isDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  @Override
  public String toString() {
    return hex;
  }
}
