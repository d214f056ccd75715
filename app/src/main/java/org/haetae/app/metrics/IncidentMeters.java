package org.haetae.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.haetae.casework.clock.ForwardClock;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.DeliveryListener;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.desk.AlertIntake;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentState;
import org.haetae.casework.store.StoreException;
import org.haetae.domain.alert.Severity;
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

  /** Measures what is open from now on. */
  public void watch(IncidentDesk desk, AlertIntake intake, ForwardClock clock) {
    for (Severity severity : Severity.values()) {
      gauge(
          "haetae.incidents.open",
          "Incidents that nobody has closed",
          severity,
          () -> count(desk.ongoing(), severity, false));
      gauge(
          "haetae.incidents.unacknowledged",
          "Incidents that nobody has seen",
          severity,
          () -> count(desk.ongoing(), severity, true));
    }
    Gauge.builder("haetae.alerts.waiting", intake, AlertIntake::waiting)
        .description("Alerts that are not in the store yet")
        .register(registry);
    Gauge.builder("haetae.clock.back.seconds", clock, c -> c.behind().toMillis() / 1e3)
        .description("How far the machine's clock has been set back")
        .register(registry);
  }

  private void gauge(String name, String description, Severity severity, Supplier<Number> of) {
    Gauge.builder(name, of)
        .description(description)
        .tag("severity", severity.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  private static long count(List<Incident> ongoing, Severity severity, boolean unseen) {
    return ongoing.stream()
        .filter(incident -> incident.severity() == severity)
        .filter(incident -> !unseen || incident.state() == IncidentState.OPEN)
        .count();
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
    failure(parcel);
    LOG.warn("channel {} failed, it will be tried again: {}", parcel.channel(), why.getMessage());
  }

  @Override
  public void died(Parcel parcel, DeliveryException why) {
    failure(parcel);
    LOG.error(
        "TECHNICAL ALERT: channel {} left a notice undelivered: {}",
        parcel.channel(),
        why.getMessage());
  }

  private void failure(Parcel parcel) {
    Counter.builder("haetae.delivery.failures")
        .description("Attempts at delivery that failed")
        .tag("channel", parcel.channel())
        .register(registry)
        .increment();
  }

  @Override
  public void outboxFailed(RuntimeException why) {
    refusals.increment();
    LOG.error("TECHNICAL ALERT: the outbox can't be used: {}", why.getMessage());
  }
}
