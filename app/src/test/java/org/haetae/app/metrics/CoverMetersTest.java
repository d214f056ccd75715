package org.haetae.app.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.casework.cover.SiteView;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.Office;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.Test;

class CoverMetersTest {
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
  private static final StationId MAPO = new StationId("mapo");
  private static final StationId JEJU = new StationId("jeju");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Plan plan = PlanReader.korea();
  private final Office office = new Office(new MemoryLedger());
  private final CoverBook book = new CoverBook(office, plan);
  private final CaseDesk cases = new CaseDesk(office, plan);
  private final WatchDesk watches = new WatchDesk(office, plan.watches());
  private final CoverMeters meters = new CoverMeters(registry, book, office, now::get);

  private Deed deed() {
    return new Deed(new Actor(new UserId("kim"), Role.SUPERVISOR), now.get());
  }

  private void stations() {
    watches.place(MAPO, "Mapo", new GeoPoint(37.55, 126.95), deed());
    watches.place(JEJU, "Jeju", new GeoPoint(33.50, 126.53), deed());
  }

  private CaseId open(String name) {
    CaseId id = new CaseId("case-" + name);
    cases.open(
        id,
        new ProtectedPersonId(name),
        Set.of(new RespondentId("against-" + name)),
        Offence.STALKING,
        MAPO,
        OptionalInt.empty(),
        deed());
    return id;
  }

  private void begin() {
    book.begin(List.of(), List.of(), false, SiteView.NONE, now.get());
    meters.count();
  }

  private void has(String line) {
    String scrape = registry.scrape();
    assertTrue(scrape.lines().anyMatch(line::equals), () -> "no " + line + " in\n" + scrape);
  }

  @Test
  void nothingIsANumberBeforeCoverWasLookedAt() {
    has("haetae_cover_age_seconds NaN");
    has("haetae_cover_gaps{kind=\"no-officer\"} NaN");
    has("haetae_cover_oldest_seconds{kind=\"no-officer\"} NaN");
    begin();
    has("haetae_cover_age_seconds 0.0");
    has("haetae_cover_gaps{kind=\"no-officer\"} 0.0");
    has("haetae_cover_oldest_seconds{kind=\"no-officer\"} 0.0");
  }

  @Test
  void coverGrowsOldUntilItIsLookedAtAgain() {
    begin();
    now.set(START.plusSeconds(90));
    has("haetae_cover_age_seconds 90.0");
    meters.count();
    has("haetae_cover_age_seconds 0.0");
    now.set(START);
    has("haetae_cover_age_seconds 0.0");
  }

  @Test
  void theOldestGapOfAKindGivesItsAgeUntilItIsClosed() {
    stations();
    begin();
    CaseId first = open("yun");
    now.set(START.plusSeconds(600));
    CaseId second = open("seo");
    now.set(START.plusSeconds(1000));
    has("haetae_cover_gaps{kind=\"no-order-in-force\"} 2.0");
    has("haetae_cover_oldest_seconds{kind=\"no-order-in-force\"} 1000.0");
    cases.close(first, "moved away", deed());
    has("haetae_cover_gaps{kind=\"no-order-in-force\"} 1.0");
    has("haetae_cover_oldest_seconds{kind=\"no-order-in-force\"} 400.0");
    cases.close(second, "moved away", deed());
    has("haetae_cover_oldest_seconds{kind=\"no-order-in-force\"} 0.0");
  }

  @Test
  void whoWaitsIsCountedWhereNoWatchIsKeptAndStationsWithoutWatchesAreShown() {
    stations();
    watches.receive(new WatchSerial("W-1"), MAPO, "one", "1", deed());
    var _ = watches.ask(open("yun"), MAPO, deed());
    var _ = watches.ask(open("seo"), MAPO, deed());
    var _ = watches.ask(open("moon"), MAPO, deed());
    begin();
    has("haetae_watch_stock{state=\"reserved\",station=\"mapo\"} 1.0");
    has("haetae_watch_stock{state=\"in-stock\",station=\"mapo\"} 0.0");
    has("haetae_watch_stock{state=\"in-stock\",station=\"jeju\"} 0.0");
    has("haetae_watch_waiting{station=\"mapo\"} 2.0");
    has("haetae_watch_waiting{station=\"jeju\"} 0.0");
    watches.receive(new WatchSerial("W-2"), JEJU, "one", "1", deed());
    meters.count();
    has("haetae_watch_stock{state=\"in-stock\",station=\"jeju\"} 1.0");
    has("haetae_watch_waiting{station=\"mapo\"} 2.0");
  }
}
