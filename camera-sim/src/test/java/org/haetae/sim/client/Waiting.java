package org.haetae.sim.client;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition, ten seconds at most. */
public final class Waiting {
  private Waiting() {}

  /** Returns when {@code condition} holds; fails after the limit. */
  public static void until(String what, Callable<Boolean> condition) throws Exception {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.call()) {
      if (System.nanoTime() > limit) {
        throw new AssertionError("it never came true that " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
