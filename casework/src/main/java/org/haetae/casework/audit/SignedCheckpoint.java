package org.haetae.casework.audit;

import java.util.Base64;
import java.util.Optional;

/**
 * A checkpoint and its signature.
 *
 * @param signature in Base64
 */
public record SignedCheckpoint(Checkpoint checkpoint, String signature) {

  /** As it stands in a file: the line that was signed, a blank, the signature. */
  public String line() {
    return checkpoint.text() + " " + signature;
  }

  /**
   * @throws IllegalArgumentException where it is no such line
   */
  public static SignedCheckpoint parse(String line) {
    int blank = line.lastIndexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException("it is no checkpoint");
    }
    SignedCheckpoint read =
        new SignedCheckpoint(Checkpoint.parse(line.substring(0, blank)), line.substring(blank + 1));
    if (!read.line().equals(line)) {
      throw new IllegalArgumentException("a checkpoint is written in one way only");
    }
    return read;
  }

  /** As {@link #parse}; empty where it is no such line. */
  public static Optional<SignedCheckpoint> read(String line) {
    try {
      return Optional.of(parse(line));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * @throws IllegalArgumentException where it isn't the one text that these bytes have
   */
  byte[] signatureBytes() {
    byte[] bytes = Base64.getDecoder().decode(signature);
    if (!Base64.getEncoder().encodeToString(bytes).equals(signature)) {
      throw new IllegalArgumentException("a signature is written in one way only");
    }
    return bytes;
  }
}
