package org.haetae.app;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.haetae.casework.delivery.person.ReleaseGateway;
import org.haetae.casework.office.NoticeDesk;
import org.haetae.casework.office.NoticeRound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has everybody told of releases who must be told, again and again until they have confirmed. */
final class NoticeWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeWatch.class);
  private static final Duration ROUND = Duration.ofSeconds(10);

  private final NoticeRound round;
  private final ReleaseGateway gateway;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "release-notices"));

  NoticeWatch(NoticeDesk desk, ReleaseGateway gateway, InstantSource clock) {
    this.gateway = gateway;
    this.round = new NoticeRound(desk, gateway, Locale.KOREAN, clock);
  }

  void start() {
    var _ =
        clockwork.scheduleWithFixedDelay(this::look, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A failure must neither end the schedule nor pass unseen. */
  private void look() {
    try {
      int made = round.run();
      if (made > 0) {
        LOG.info("{} release notices were tried", made);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("release notices could not be tried: {}", e.getMessage());
    }
  }

  /** Waits for no call that is under way. */
  @Override
  public void close() {
    clockwork.shutdownNow();
    gateway.close();
  }
}
