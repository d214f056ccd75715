package org.haetae.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.haetae.casework.delivery.emergency.EmergencyHttp;
import org.haetae.casework.office.RegistrationRound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has every watch that is handed over registered with the emergency system. */
final class RegistrationWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RegistrationWatch.class);
  private static final Duration ROUND = Duration.ofSeconds(5);

  private final RegistrationRound round;
  private final EmergencyHttp system;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "registrations"));

  RegistrationWatch(RegistrationRound round, EmergencyHttp system) {
    this.round = round;
    this.system = system;
  }

  void start() {
    var _ =
        clockwork.scheduleWithFixedDelay(this::look, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A failure must neither end the schedule nor pass unseen. */
  private void look() {
    try {
      int confirmed = round.run();
      if (confirmed > 0) {
        LOG.info("{} watches were registered", confirmed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("watches could not be registered: {}", e.getMessage());
    }
  }

  /** Waits for no call that is under way. */
  @Override
  public void close() {
    clockwork.shutdownNow();
    system.close();
  }
}
