package org.haetae.pipeline.capture.address;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A password that no log, formatter or serialiser can print: it comes out of {@link #reveal} alone,
 * which only the packages that speak to a camera may call. Immutable; it lives as long as the
 * process needs it, because a camera asks for it at every reconnection. Not serialisable.
 */
public final class Secret {
  private static final int LONGEST = 1024;

  private final byte[] utf8;

  /**
   * @throws IllegalArgumentException when it holds a control character or is longer than 1024
   *     characters
   */
  public Secret(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("the password is longer than 1024 characters");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "the password holds a control character, such as a second line");
    }
    utf8 = text.getBytes(StandardCharsets.UTF_8);
  }

  /** The password itself. */
  public String reveal() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "(secret)";
  }

  /** Takes the same time wherever the two differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(utf8, secret.utf8);
  }

  /** The same for all: a hash of a short password is as good as the password. */
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }
}
