package org.haetae.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import org.haetae.casework.alarm.DutyWatch;
import org.haetae.casework.canary.CanaryWatch;
import org.haetae.casework.clock.ForwardClock;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.DeliveryListener;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.desk.AlertIntake;
import org.haetae.casework.store.Backlog;
import org.haetae.casework.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Incidents, deliveries and the store behind them, as Prometheus reads them. */
public final class IncidentMeters implements DeliveryListener {
  private static final Logger LOG = LoggerFactory.getLogger(IncidentMeters.class);

  private final MeterRegistry registry;
  private final Counter refusals;
  private final Timer acknowledging;

  public IncidentMeters(MeterRegistry registry) {
    this.registry = registry;
    refusals =
        Counter.builder("haetae.store.failures")
            .description("Times that the store refused alerts, which wait in memory meanwhile")
            .register(registry);
    acknowledging =
        Timer.builder("haetae.ack")
            .description("From an incident's first alert to its acknowledgement by a person")
            .publishPercentileHistogram()
            .register(registry);
  }

  /**
   * Measures what waits from now on.
   *
   * @param backlog reads the store; is asked once a scrape
   * @param channels all that a parcel may be for, so that each is at 0 before it first fails
   */
  public void watch(
      Supplier<Backlog> backlog,
      Collection<String> channels,
      AlertIntake intake,
      ForwardClock clock) {
    BacklogMeters waiting = new BacklogMeters(registry, backlog, clock);
    waiting.incidents();
    for (String channel : channels) {
      waiting.channel(channel);
      var _ = failures(channel);
    }
    Gauge.builder("haetae.alerts.waiting", intake, AlertIntake::waiting)
        .description("Alerts that are not in the store yet")
        .register(registry);
    Gauge.builder("haetae.clock.back.seconds", clock, c -> c.behind().toMillis() / 1e3)
        .description("How far the machine's clock has been set back")
        .register(registry);
  }

  /** Measures the rehearsals; their age is not a number before the first has arrived. */
  public void canary(CanaryWatch canaries) {
    Gauge.builder("haetae.canary.age", canaries, CanaryWatch::age)
        .description("Since the last rehearsal of an alert that arrived")
        .baseUnit("seconds")
        .strongReference(true)
        .register(registry);
    FunctionCounter.builder("haetae.canary.failures", canaries, CanaryWatch::failures)
        .description("Rehearsals of an alert that failed")
        .register(registry);
  }

  /** Measures who is there to answer; not a number where the site keeps no roster. */
  public void duty(DutyWatch duty) {
    Gauge.builder("haetae.operators.on.duty", duty, DutyWatch::operators)
        .description("People of the first tier who are on duty")
        .strongReference(true)
        .register(registry);
  }

  /** Measures the room that is left where {@code file} lies; not a number where it is not told. */
  public void room(Path file) {
    Gauge.builder("haetae.store.free", () -> free(file))
        .description("Room that is left on the disk of the store")
        .baseUnit("bytes")
        .register(registry);
  }

  private static double free(Path file) {
    try {
      return Files.getFileStore(file).getUsableSpace();
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** A person has seen an incident. */
  public void acknowledged(Duration after) {
    acknowledging.record(after);
  }

  /** The store refused alerts. */
  public void refused(StoreException why) {
    refusals.increment();
    LOG.error("TECHNICAL ALERT: alerts wait in memory: {}", why.getMessage());
  }

  @Override
  public void delivered(Parcel parcel) {}

  @Override
  public void failed(Parcel parcel, DeliveryException why) {
    failures(parcel.channel()).increment();
    LOG.warn("channel {} failed, it will be tried again: {}", parcel.channel(), why.getMessage());
  }

  @Override
  public void died(Parcel parcel, DeliveryException why) {
    failures(parcel.channel()).increment();
    LOG.error(
        "TECHNICAL ALERT: channel {} left a notice undelivered: {}",
        parcel.channel(),
        why.getMessage());
  }

  private Counter failures(String channel) {
    return Counter.builder("haetae.delivery.failures")
        .description("Attempts at delivery that failed")
        .tag("channel", channel)
        .register(registry);
  }

  @Override
  public void outboxFailed(RuntimeException why) {
    refusals.increment();
    LOG.error("TECHNICAL ALERT: the outbox can't be used: {}", why.getMessage());
  }
}
