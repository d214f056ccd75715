package org.haetae.casework;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a limit. */
public final class Waiting {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Waiting() {}

  public static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come true within " + LIMIT + ": " + what);
      }
      Thread.sleep(5);
    }
  }
}
