package org.haetae.casework.checkpoint;

/** Checkpoints can't be read or written; the message is a sentence for a person. */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
