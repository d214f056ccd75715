package org.haetae.app.terminal;

/** A command can't go on; the message is one plain sentence that says what to do. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  public Problem(ExitCode code, String sentence) {
    super(sentence);
    this.code = code;
  }

  public Problem(ExitCode code, String sentence, Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  public ExitCode code() {
    return code;
  }
}
