package org.haetae.casework.vault;

/** The vault can't do what was asked; the message says what to look at, never whom it is about. */
public final class VaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VaultException(String message) {
    super(message);
  }

  public VaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
