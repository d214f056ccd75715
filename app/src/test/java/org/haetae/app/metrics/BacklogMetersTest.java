package org.haetae.app.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.incident.IncidentState;
import org.haetae.casework.store.Backlog;
import org.haetae.casework.store.ParcelState;
import org.haetae.casework.store.StoreException;
import org.haetae.domain.alert.Severity;
import org.junit.jupiter.api.Test;

class BacklogMetersTest {
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final AtomicReference<Backlog> store =
      new AtomicReference<>(new Backlog(List.of(), List.of()));
  private final AtomicInteger readings = new AtomicInteger();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private void watch() {
    BacklogMeters meters =
        new BacklogMeters(
            registry,
            () -> {
              readings.incrementAndGet();
              return store.get();
            },
            now::get);
    meters.incidents();
    meters.channel("console");
    meters.channel("station");
  }

  private void has(String line) {
    String scrape = registry.scrape();
    assertTrue(scrape.lines().anyMatch(line::equals), () -> "no " + line + " in\n" + scrape);
  }

  @Test
  void incidentsAreToldBySeverity() {
    watch();
    store.set(
        new Backlog(
            List.of(
                new Backlog.Incidents(Severity.DANGER, IncidentState.OPEN, 2, START),
                new Backlog.Incidents(
                    Severity.DANGER, IncidentState.ACKNOWLEDGED, 3, START.minusSeconds(100)),
                new Backlog.Incidents(
                    Severity.WARNING, IncidentState.DISPATCHED, 1, START.minusSeconds(100))),
            List.of()));
    now.set(START.plusSeconds(90));
    has("haetae_incidents_open{severity=\"danger\"} 5.0");
    has("haetae_incidents_unacknowledged{severity=\"danger\"} 2.0");
    has("haetae_incident_oldest_unacknowledged_seconds{severity=\"danger\"} 90.0");
    has("haetae_incidents_open{severity=\"warning\"} 1.0");
    has("haetae_incidents_unacknowledged{severity=\"warning\"} 0.0");
    has("haetae_incident_oldest_unacknowledged_seconds{severity=\"warning\"} 0.0");
    has("haetae_incidents_open{severity=\"notice\"} 0.0");
  }

  @Test
  void parcelsAreToldByChannelAndQueue() {
    watch();
    store.set(
        new Backlog(
            List.of(),
            List.of(
                new Backlog.Parcels("station", Queue.THREAT, ParcelState.WAITING, 7, START),
                new Backlog.Parcels("station", Queue.THREAT, ParcelState.DEAD, 2, START),
                new Backlog.Parcels("station", Queue.TECHNICAL, ParcelState.DEAD, 1, START))));
    now.set(START.plusMillis(1500));
    has("haetae_delivery_waiting{channel=\"station\",queue=\"threat\"} 7.0");
    has("haetae_delivery_oldest_waiting_seconds{channel=\"station\",queue=\"threat\"} 1.5");
    has("haetae_delivery_waiting{channel=\"station\",queue=\"technical\"} 0.0");
    has("haetae_delivery_dead{channel=\"station\"} 3.0");
    has("haetae_delivery_waiting{channel=\"console\",queue=\"threat\"} 0.0");
    has("haetae_delivery_oldest_waiting_seconds{channel=\"console\",queue=\"threat\"} 0.0");
    has("haetae_delivery_dead{channel=\"console\"} 0.0");
  }

  @Test
  void aScrapeReadsTheStoreOnceAndTheNextReadsItAgain() {
    watch();
    var _ = registry.scrape();
    assertEquals(1, readings.get());
    now.set(START.plusSeconds(1));
    var _ = registry.scrape();
    assertEquals(2, readings.get());
  }

  @Test
  void aStoreThatDoesNotAnswerIsAskedOnceAndLeavesNoFigure() {
    AtomicInteger asked = new AtomicInteger();
    BacklogMeters meters =
        new BacklogMeters(
            registry,
            () -> {
              asked.incrementAndGet();
              throw new StoreException("the database is locked", new IllegalStateException());
            },
            now::get);
    meters.incidents();
    has("haetae_incidents_unacknowledged{severity=\"danger\"} NaN");
    assertEquals(1, asked.get());
  }
}
