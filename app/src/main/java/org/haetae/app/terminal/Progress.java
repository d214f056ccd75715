package org.haetae.app.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/**
 * A progress bar on standard error: redrawn in place on a terminal, every tenth in a log. One
 * thread at a time.
 */
public final class Progress {
  private static final int WIDTH = 28;

  private final PrintStream out;
  private final boolean terminal;
  private final String label;
  private final long total;
  private int lastPermille = -1;

  /**
   * @param total steps until done, 0 where unknown
   */
  public Progress(PrintStream out, boolean terminal, String label, long total) {
    this.out = out;
    this.terminal = terminal;
    this.label = label;
    this.total = total;
  }

  /** A bar on this process's standard error. */
  public static Progress onStandardError(String label, long total) {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return new Progress(System.err, terminal, label, total);
  }

  /** Says how far it is. */
  public void at(long done, String detail) {
    int permille = total > 0 ? (int) Math.min(1000, done * 1000 / total) : 0;
    int step = terminal ? 5 : 100;
    if (permille / step == lastPermille / step && lastPermille >= 0) {
      return;
    }
    lastPermille = permille;
    if (terminal) {
      int filled = permille * WIDTH / 1000;
      out.print(
          "\r%s [%s%s] %3d %% %s\u001b[K"
              .formatted(
                  label, "#".repeat(filled), "-".repeat(WIDTH - filled), permille / 10, detail));
    } else {
      out.println(String.format(Locale.ROOT, "%s %d %% %s", label, permille / 10, detail));
    }
    out.flush();
  }

  /** Ends the bar with a last word. */
  public void done(String detail) {
    out.println(terminal ? "\r%s: %s\u001b[K".formatted(label, detail) : label + ": " + detail);
  }
}
