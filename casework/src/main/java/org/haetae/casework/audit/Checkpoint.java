package org.haetae.casework.audit;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * How far a trail had come.
 *
 * @param hash of entry {@code number}
 */
public record Checkpoint(long number, Digest hash, Instant at) {
  private static final String FORMAT = "haetae-audit-checkpoint-1";

  /** What is signed: one line of words parted by blanks. */
  String text() {
    return "%s %d %s %s".formatted(FORMAT, number, hash, at);
  }

  /**
   * @throws IllegalArgumentException where it is no such line
   */
  static Checkpoint parse(String text) {
    String[] words = text.split(" ", -1);
    if (words.length != 4 || !words[0].equals(FORMAT)) {
      throw new IllegalArgumentException("it is no checkpoint");
    }
    try {
      return new Checkpoint(
          Long.parseLong(words[1]), new Digest(words[2]), Instant.parse(words[3]));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("it is no checkpoint", e);
    }
  }
}
