package org.haetae.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.incident.IncidentState;
import org.haetae.casework.store.Backlog;
import org.haetae.casework.store.ParcelState;
import org.haetae.domain.alert.Severity;

/** What waits for people and for deliveries. Gauges are not numbers while the store is not read. */
final class BacklogMeters {
  private final MeterRegistry registry;
  private final Glance glance;
  private final InstantSource clock;

  BacklogMeters(MeterRegistry registry, Supplier<Backlog> store, InstantSource clock) {
    this.registry = registry;
    this.glance = new Glance(store, clock);
    this.clock = clock;
  }

  /** Shows incidents by severity. */
  void incidents() {
    for (Severity severity : Severity.values()) {
      Function<Backlog, Stream<Backlog.Incidents>> open =
          all -> all.incidents().stream().filter(group -> group.severity() == severity);
      Function<Backlog, Stream<Backlog.Incidents>> unseen =
          all -> open.apply(all).filter(group -> group.state() == IncidentState.OPEN);
      gauge("haetae.incidents.open", all -> incidents(open.apply(all)))
          .description("Incidents that nobody has closed")
          .tag("severity", label(severity))
          .register(registry);
      gauge("haetae.incidents.unacknowledged", all -> incidents(unseen.apply(all)))
          .description("Incidents that nobody has seen")
          .tag("severity", label(severity))
          .register(registry);
      gauge(
              "haetae.incident.oldest.unacknowledged",
              all -> age(unseen.apply(all).map(Backlog.Incidents::openSince)))
          .description("How long the incident that waits longest for a person has waited, or 0")
          .baseUnit("seconds")
          .tag("severity", label(severity))
          .register(registry);
    }
  }

  /** Shows what a channel has before it. */
  void channel(String channel) {
    for (Queue queue : Queue.values()) {
      Predicate<Backlog.Parcels> its =
          group ->
              group.channel().equals(channel)
                  && group.queue() == queue
                  && group.state() == ParcelState.WAITING;
      gauge("haetae.delivery.waiting", all -> parcels(all, its))
          .description("Notices that are not delivered yet")
          .tag("channel", channel)
          .tag("queue", label(queue))
          .register(registry);
      gauge(
              "haetae.delivery.oldest.waiting",
              all -> age(all.parcels().stream().filter(its).map(Backlog.Parcels::oldest)))
          .description("How long the oldest notice that is not delivered yet has waited, or 0")
          .baseUnit("seconds")
          .tag("channel", channel)
          .tag("queue", label(queue))
          .register(registry);
    }
    Predicate<Backlog.Parcels> dead =
        group -> group.channel().equals(channel) && group.state() == ParcelState.DEAD;
    gauge("haetae.delivery.dead", all -> parcels(all, dead))
        .description("Notices that were given up")
        .tag("channel", channel)
        .register(registry);
  }

  private Gauge.Builder<Supplier<Number>> gauge(String name, ToDoubleFunction<Backlog> value) {
    return Gauge.builder(
        name, () -> glance.newest().stream().mapToDouble(value).findFirst().orElse(Double.NaN));
  }

  private static double incidents(Stream<Backlog.Incidents> groups) {
    return groups.mapToLong(Backlog.Incidents::count).sum();
  }

  private static double parcels(Backlog backlog, Predicate<Backlog.Parcels> wanted) {
    return backlog.parcels().stream().filter(wanted).mapToLong(Backlog.Parcels::count).sum();
  }

  /** Seconds since the earliest; never below 0, and 0 where there is none. */
  private double age(Stream<Instant> since) {
    Optional<Instant> earliest = since.min(Instant::compareTo);
    return earliest.map(at -> Duration.between(at, clock.instant()).toMillis() / 1e3).stream()
        .mapToDouble(seconds -> Math.max(0, seconds))
        .findFirst()
        .orElse(0);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
