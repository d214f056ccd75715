package org.haetae.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes a round again and again on a thread of its own. Started once, closed once. */
final class RoundWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RoundWatch.class);

  private final String what;
  private final Duration first;
  private final Duration every;
  private final Round round;
  private final Runnable afterwards;
  private final ScheduledExecutorService clockwork;

  /** One round; answers how much was done. */
  @FunctionalInterface
  interface Round {
    int run() throws InterruptedException;
  }

  /** One that begins at once. */
  RoundWatch(String what, Duration every, Round round, Runnable afterwards) {
    this(what, Duration.ZERO, every, round, afterwards);
  }

  /**
   * @param what is done, as the log and the thread are told
   * @param first from the start to the first round
   * @param every from the end of one round to the beginning of the next
   * @param afterwards closes what the rounds use
   */
  RoundWatch(String what, Duration first, Duration every, Round round, Runnable afterwards) {
    this.what = what;
    this.first = first;
    this.every = every;
    this.round = round;
    this.afterwards = afterwards;
    this.clockwork = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, what));
  }

  void start() {
    var _ =
        clockwork.scheduleWithFixedDelay(
            this::look, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A failure must neither end the schedule nor pass unseen. */
  private void look() {
    try {
      int done = round.run();
      if (done > 0) {
        LOG.info("{}: {} done", what, done);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (clockwork.isShutdown()) {
        // The end interrupts a round that is under way; whoever ends it sees to what is left.
        LOG.debug("{}: a round was cut short by the end", what, e);
        return;
      }
      LOG.error("{}: the round failed: {}", what, e.getMessage());
    }
  }

  /** Waits for no call that is under way. */
  @Override
  public void close() {
    clockwork.shutdownNow();
    afterwards.run();
  }
}
