package org.haetae.app.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for a time limit or for Ctrl-C, and makes the process wait in turn until everything is
 * closed.
 */
final class UntilStopped implements AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::askAndWait, "stop");

  UntilStopped() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void askAndWait() {
    asked.countDown();
    try {
      if (!closed.await(20, TimeUnit.SECONDS)) {
        System.err.println("haetae: closing took too long and was cut off");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits; returns whether Ctrl-C ended it and not the limit. */
  boolean await(Optional<Duration> limit) throws InterruptedException {
    if (limit.isPresent()) {
      return asked.await(limit.get().toMillis(), TimeUnit.MILLISECONDS);
    }
    asked.await();
    return true;
  }

  /** Lets the process end; call it when everything is closed. */
  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, which is why we are here.
    }
  }
}
