package org.haetae.app.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does something four times a second until it says that it is done. */
final class Ticker {
  private static final long PERIOD_MILLIS = 250;

  private Ticker() {}

  /** One step. */
  @FunctionalInterface
  interface Step {
    /** Whether this was the last one. */
    boolean done(Instant now) throws Exception;
  }

  /**
   * Returns behind the last step.
   *
   * @throws ExecutionException with what a step threw
   * @throws TimeoutException when it takes longer
   */
  static void run(Duration limit, Step step)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    try (ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor()) {
      var _ =
          clockwork.scheduleAtFixedRate(
              () -> attempt(step, end), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
      try {
        end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        clockwork.shutdownNow();
      }
    }
  }

  private static void attempt(Step step, CompletableFuture<Boolean> end) {
    try {
      if (!end.isDone() && step.done(Instant.now())) {
        end.complete(true);
      }
    } catch (Exception e) {
      end.completeExceptionally(e);
    }
  }
}
