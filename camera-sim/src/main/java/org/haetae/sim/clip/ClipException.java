package org.haetae.sim.clip;

/** A recording that can't be served; the message says what to do about it. */
public final class ClipException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ClipException(String message) {
    super(message);
  }
}
