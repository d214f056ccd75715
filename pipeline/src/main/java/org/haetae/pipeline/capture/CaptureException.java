package org.haetae.pipeline.capture;

/** A stream can't be opened or breaks off; the message is one plain sentence. */
public final class CaptureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CaptureException(String message) {
    super(message);
  }
}
