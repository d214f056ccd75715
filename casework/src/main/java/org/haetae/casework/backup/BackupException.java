package org.haetae.casework.backup;

/** A backup can't be made or is refused; the message is one plain sentence that says what to do. */
public final class BackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BackupException(String message) {
    super(message);
  }

  public BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
