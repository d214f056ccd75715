package org.haetae.app.command;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.haetae.app.terminal.EndSignals;

/**
 * Waits for a time limit or for Ctrl-C, so that everything is closed in its order before the
 * process ends. A second Ctrl-C ends it on the spot, and so does closing that takes too long.
 */
final class UntilStopped implements AutoCloseable {
  private static final int LONGEST_CLOSING_SECONDS = 20;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  UntilStopped() {
    EndSignals.handle(this::stop);
  }

  private void stop(int signal) {
    if (asked.getCount() == 0) {
      EndSignals.halt(signal);
    }
    asked.countDown();
    Thread.ofPlatform().daemon().name("stop").start(() -> endIfItHangs(signal));
  }

  private void endIfItHangs(int signal) {
    try {
      if (!closed.await(LONGEST_CLOSING_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("haetae: closing took too long and was cut off");
        EndSignals.halt(signal);
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

  /** Call it when everything is closed: from now on Ctrl-C ends the process on the spot. */
  @Override
  public void close() {
    closed.countDown();
    EndSignals.endAtOnce();
  }
}
