package org.haetae.casework.thread;

import java.time.Duration;

/** The time that a thread is given to finish what it has begun. */
public final class LastEffort {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private LastEffort() {}

  /**
   * Waits for a thread that has been asked to end, five seconds at most, then interrupts it and
   * waits until it has ended. An interrupt of the caller cuts the wait short.
   */
  public static void of(Thread thread) {
    try {
      if (!thread.join(LIMIT)) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
