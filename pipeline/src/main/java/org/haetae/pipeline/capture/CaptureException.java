package org.haetae.pipeline.capture;

/** A stream can't be opened or breaks off; the message is one plain sentence. */
public final class CaptureException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final CaptureFailure failure;

  public CaptureException(CaptureFailure failure, String message) {
    super(message);
    this.failure = failure;
  }

  /** What kind of failure it is. */
  public CaptureFailure failure() {
    return failure;
  }
}
