package org.haetae.pipeline.onvif;

/** A device can't be asked; the message is one plain sentence without credentials. */
public final class OnvifException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean passwordRefused;

  private OnvifException(String message, boolean passwordRefused) {
    super(message);
    this.passwordRefused = passwordRefused;
  }

  static OnvifException because(String message) {
    return new OnvifException(message, false);
  }

  static OnvifException passwordRefused(String message) {
    return new OnvifException(message, true);
  }

  /** Whether another user or password would help. */
  public boolean isPasswordRefused() {
    return passwordRefused;
  }
}
