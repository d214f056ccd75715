package org.haetae.app.terminal;

import java.util.function.IntConsumer;
import sun.misc.Signal;

/**
 * Ctrl-C and what a service manager sends to end a process (SIGINT, SIGTERM).
 *
 * <p>Left to the JVM they begin its shutdown, in which all hooks run at once, and ONNX Runtime's
 * hook takes its environment away under networks that still run: the process died of a segmentation
 * fault and left a crash report, with a part of its memory, where it was started.
 */
public final class EndSignals {
  /** What a shell makes of a signal. */
  private static final int BY_SIGNAL = 128;

  private EndSignals() {}

  /** From now on they end the process on the spot; no hook runs. */
  public static void endAtOnce() {
    handle(EndSignals::halt);
  }

  /** Ends the process as a signal does. */
  public static void halt(int signal) {
    Runtime.getRuntime().halt(BY_SIGNAL + signal);
  }

  /**
   * From now on they are told to {@code listener}, by number, on a thread of the JVM's. Nothing
   * changes where the JVM was told to leave signals alone ({@code -Xrs}).
   */
  public static void handle(IntConsumer listener) {
    for (String name : new String[] {"INT", "TERM"}) {
      try {
        var _ = Signal.handle(new Signal(name), signal -> listener.accept(signal.getNumber()));
      } catch (IllegalArgumentException leftAlone) {
        return;
      }
    }
  }
}
