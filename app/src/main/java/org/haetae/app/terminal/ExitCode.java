package org.haetae.app.terminal;

/** What a command's exit tells a script. */
public enum ExitCode {
  DONE(0),
  FAILURE_FOUND(1),
  USAGE(2),
  UNAVAILABLE(3);

  private final int value;

  ExitCode(int value) {
    this.value = value;
  }

  public int value() {
    return value;
  }
}
