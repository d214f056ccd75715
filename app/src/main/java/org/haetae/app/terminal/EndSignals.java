package org.haetae.app.terminal;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.IntConsumer;

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
    try {
      // By reflection: the compiler warns of its name in the source whatever one tells it. JEP 260
      // keeps it for as long as nothing takes its place.
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object told =
          Proxy.newProxyInstance(
              EndSignals.class.getClassLoader(),
              new Class<?>[] {handler},
              (_, _, arguments) -> {
                listener.accept((int) signal.getMethod("getNumber").invoke(arguments[0]));
                return null;
              });
      for (String name : List.of("INT", "TERM")) {
        Object one = signal.getConstructor(String.class).newInstance(name);
        var _ = signal.getMethod("handle", signal, handler).invoke(null, one, told);
      }
    } catch (ReflectiveOperationException leftAlone) {
      // The JVM ends as it always did.
    }
  }
}
