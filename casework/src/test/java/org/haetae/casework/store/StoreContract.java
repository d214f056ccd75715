package org.haetae.casework.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Outbox.Outcome;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause.Approach;
import org.haetae.casework.incident.IncidentCause.CallForHelp;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentEvent.AlertJoined;
import org.haetae.casework.incident.IncidentEvent.CallJoined;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.incident.IncidentState;
import org.haetae.casework.ledger.Ledger;
import org.haetae.casework.ledger.LedgerContract;
import org.haetae.casework.report.RaisedAlert;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.measure.MeasuredError;
import org.haetae.domain.measure.ObservedShare;
import org.junit.jupiter.api.Test;

/** What every database must do. The tables are empty before each test. */
abstract class StoreContract extends KeptContract implements LedgerContract {
  private static final Evidence EVIDENCE =
      new Evidence(
          5,
          Duration.ofMillis(1234),
          0.51,
          0.45,
          12.5,
          9.25,
          1e-4,
          2,
          Optional.of(
              new MeasuredError(
                  Instant.parse("2026-02-01T00:00:00Z"),
                  new ObservedShare(0, 900, 60, 0, 0.0596),
                  2)));
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00.123456Z");

  @Override
  public Ledger ledger() {
    return new StoredLedger(store());
  }

  static Notice.Threat threat(UUID key, Severity severity) {
    return new Notice.Threat(
        key,
        NOW,
        new UUID(1, 1),
        key,
        0,
        severity,
        new OrderId("order-1"),
        new RespondentId("respondent-1"),
        new PlaceId("home"),
        new CameraId("door"),
        3.25,
        Trend.APPROACHING,
        NOW,
        NOW);
  }

  private void put(String channel, Notice notice) {
    store()
        .run(
            in -> {
              in.outbox().add(channel, notice, NOW);
            });
  }

  private List<Parcel> due(String channel, Queue queue, Instant now) {
    return new StoredOutbox(store()).due(channel, queue, now, 100);
  }

  private void settle(Outcome... outcomes) {
    new StoredOutbox(store()).settle(List.of(outcomes));
  }

  @Test
  void aNoticeComesBackAsItWas() {
    Notice.Threat threat = threat(UUID.randomUUID(), Severity.DANGER);
    Notice technical =
        new Notice.Technical(UUID.randomUUID(), NOW, "camera-down", List.of("door", "gate"), false);
    Notice canary = new Notice.Canary(UUID.randomUUID(), NOW);
    Notice sos = SampleNotices.sos();
    Notice bare = SampleNotices.bareSos();
    put("console", threat);
    put("console", technical);
    put("console", canary);
    put("page", sos);
    put("page", bare);
    assertEquals(
        List.of(sos, bare), due("page", Queue.THREAT, NOW).stream().map(Parcel::notice).toList());
    assertEquals(threat, due("console", Queue.THREAT, NOW).getFirst().notice());
    assertEquals(technical, due("console", Queue.TECHNICAL, NOW).getFirst().notice());
    assertEquals(canary, due("console", Queue.CANARY, NOW).getFirst().notice());
    assertTrue(due("mail", Queue.THREAT, NOW).isEmpty());
  }

  @Test
  void theGravestGoesFirstThenTheOldest() {
    Notice first = threat(UUID.randomUUID(), Severity.WARNING);
    Notice second = threat(UUID.randomUUID(), Severity.DANGER);
    Notice third = threat(UUID.randomUUID(), Severity.DANGER);
    List.of(first, second, third).forEach(notice -> put("console", notice));
    assertEquals(
        List.of(second, third, first),
        due("console", Queue.THREAT, NOW).stream().map(Parcel::notice).toList());
  }

  @Test
  void oneKeyIsThereOnceForAChannel() {
    Notice notice = threat(UUID.randomUUID(), Severity.DANGER);
    put("console", notice);
    put("console", notice);
    put("mail", notice);
    assertEquals(1, due("console", Queue.THREAT, NOW).size());
    assertEquals(1, due("mail", Queue.THREAT, NOW).size());
  }

  @Test
  void outcomesAreKept() {
    put("console", threat(UUID.randomUUID(), Severity.DANGER));
    long id = due("console", Queue.THREAT, NOW).getFirst().id();
    settle(new Outcome.Postponed(id, NOW.plusSeconds(5), "it refuses"));
    assertTrue(due("console", Queue.THREAT, NOW).isEmpty());
    Parcel again = due("console", Queue.THREAT, NOW.plusSeconds(5)).getFirst();
    assertEquals(1, again.attempts());
    assertEquals(NOW, again.created());
    settle(new Outcome.Delivered(id));
    assertTrue(due("console", Queue.THREAT, NOW.plus(Duration.ofDays(1))).isEmpty());
    assertEquals(1, (long) store().read(in -> in.outbox().count(ParcelState.DELIVERED)));
    put("console", threat(UUID.randomUUID(), Severity.DANGER));
    settle(new Outcome.Dead(due("console", Queue.THREAT, NOW).getFirst().id(), "too old"));
    assertEquals(1, (long) store().read(in -> in.outbox().count(ParcelState.DEAD)));
    Instant later = NOW.plusSeconds(7200);
    assertEquals(1, (int) store().write(in -> in.outbox().revive(later)));
    assertEquals(0, (int) store().write(in -> in.outbox().revive(later)));
    Parcel revived = due("console", Queue.THREAT, later).getFirst();
    assertEquals(0, revived.attempts());
    assertEquals(later, revived.created(), "it has as long again");
  }

  Incident opened(String order) {
    AlertJoined alert = new AlertJoined(NOW, UUID.randomUUID(), Severity.WARNING);
    Incident incident =
        Incident.opened(new IncidentId(UUID.randomUUID()), new Approach(new OrderId(order)), alert);
    store()
        .run(
            in -> {
              in.incidents().add(incident, alert, Optional.of(NOW.plusSeconds(30)));
            });
    return incident;
  }

  @Test
  void anIncidentIsWhatItsEventsSay() {
    Incident before = opened("order-1");
    IncidentEvent asked = new IncidentEvent.DispatchAsked(NOW, new UserId("kim"));
    IncidentEvent told = new IncidentEvent.Escalated(NOW, 1);
    Incident between = before.after(asked);
    Incident after = between.after(told);
    store()
        .run(
            in -> {
              in.incidents().save(between, asked, Optional.empty());
              in.incidents().save(after, told, Optional.of(NOW.plusSeconds(9)));
            });
    assertEquals(after, store().read(in -> in.incidents().find(before.id())).orElseThrow());
    List<IncidentEvent> events = store().read(in -> in.incidents().events(before.id()));
    assertEquals(List.of(asked, told), events.subList(1, 3));
    assertEquals(after, Incident.replayed(before.id(), before.cause(), events));
    Optional<Instant> escalates = store().read(in -> in.incidents().escalates(after.id()));
    assertEquals(Optional.of(NOW.plusSeconds(9)), escalates);
    assertTrue(store().read(in -> in.incidents().escalating(NOW.plusSeconds(8))).isEmpty());
    List<Incident> due = store().read(in -> in.incidents().escalating(NOW.plusSeconds(9)));
    assertEquals(List.of(after), due);
  }

  @Test
  void anOrderHasOneIncidentAtATime() {
    opened("order-1");
    opened("order-2");
    assertThrows(StoreException.class, () -> opened("order-1"));
    assertEquals(2, store().read(in -> in.incidents().newest(10)).size());
  }

  private Optional<Instant> newestEvent() {
    return store().read(in -> in.incidents().newestEvent());
  }

  @Test
  void timeBeginsWithTheNewestMomentThatATierIsCountedFrom() {
    assertEquals(Optional.empty(), newestEvent());
    Incident first = opened("order-1");
    assertEquals(Optional.of(NOW), newestEvent());
    IncidentEvent acknowledged = first.acknowledge(new UserId("kim"), NOW.plusSeconds(3));
    Incident seen = first.after(acknowledged);
    happened(seen, acknowledged);
    IncidentEvent asked = new IncidentEvent.DispatchAsked(NOW.plusSeconds(5), new UserId("kim"));
    happened(seen.after(asked), asked);
    assertEquals(Optional.of(NOW.plusSeconds(5)), newestEvent());
    Instant call = NOW.plusSeconds(9);
    store().run(in -> in.outbox().add("console", threat(UUID.randomUUID(), Severity.NOTICE), call));
    assertEquals(Optional.of(call), newestEvent());
  }

  /** The same name may be an order's and a case's. */
  @Test
  void aCaseHasAnIncidentBesideThatOfAnOrder() {
    Incident order = opened("same");
    CallJoined call = new CallJoined(NOW, UUID.randomUUID(), new WatchSerial("W-17"));
    CallForHelp cause = new CallForHelp(new CaseId("same"));
    Incident sos = Incident.opened(new IncidentId(UUID.randomUUID()), cause, call);
    store()
        .run(
            in -> {
              in.incidents().add(sos, call, Optional.empty());
            });
    assertEquals(Optional.of(sos), store().read(in -> in.incidents().ongoing(cause)));
    assertEquals(Optional.of(order), store().read(in -> in.incidents().ongoing(order.cause())));
    assertEquals(List.of(call), store().read(in -> in.incidents().events(sos.id())));
    Incident another = Incident.opened(new IncidentId(UUID.randomUUID()), cause, call);
    assertThrows(
        StoreException.class,
        () ->
            store()
                .run(
                    in -> {
                      in.incidents().add(another, call, Optional.empty());
                    }));
  }

  @Test
  void aCallIsKnownOnceItWasKept() {
    CallJoined call = new CallJoined(NOW, UUID.randomUUID(), new WatchSerial("W-17"));
    Incident sos =
        Incident.opened(
            new IncidentId(UUID.randomUUID()), new CallForHelp(new CaseId("case-9")), call);
    Notice.Sos sample = SampleNotices.sos();
    Notice.Sos kept = new Notice.Sos(sample.key(), NOW, sos.id().value(), 0, sample.call());
    assertFalse(knows(kept.call().id()));
    store()
        .run(
            in -> {
              in.incidents().add(sos, call, Optional.empty());
              in.incidents().keep(kept);
            });
    assertTrue(knows(kept.call().id()));
    assertEquals(Optional.of(kept), store().read(in -> in.incidents().newestNotice(sos.id())));
  }

  private void happened(Incident after, IncidentEvent event) {
    store()
        .run(
            in -> {
              in.incidents().save(after, event, Optional.empty());
            });
  }

  private List<Backlog.Incidents> unclosed() {
    return store().read(Backlog::of).incidents();
  }

  @Test
  void whatWaitsForAPersonIsCountedBySeverityAndState() {
    Incident first = opened("order-1");
    Severity severity = first.severity();
    opened("order-2");
    assertEquals(
        List.of(new Backlog.Incidents(severity, IncidentState.OPEN, 2, first.opened())),
        unclosed());
    IncidentEvent seen = first.acknowledge(new UserId("kim"), NOW.plusSeconds(5));
    Incident acknowledged = first.after(seen);
    happened(acknowledged, seen);
    assertEquals(
        Set.of(
            new Backlog.Incidents(severity, IncidentState.OPEN, 1, first.opened()),
            new Backlog.Incidents(severity, IncidentState.ACKNOWLEDGED, 1, first.opened())),
        Set.copyOf(unclosed()));
    IncidentEvent over = acknowledged.resolve(new UserId("kim"), NOW, "went home");
    happened(acknowledged.after(over), over);
    assertEquals(1, unclosed().size());
  }

  @Test
  void whatGrowsGraverAfterItWasSeenWaitsAnew() {
    AlertJoined notice = new AlertJoined(NOW, UUID.randomUUID(), Severity.NOTICE);
    Incident incident =
        Incident.opened(
            new IncidentId(UUID.randomUUID()), new Approach(new OrderId("order-1")), notice);
    store()
        .run(
            in -> {
              in.incidents().add(incident, notice, Optional.empty());
            });
    IncidentEvent seen = incident.acknowledge(new UserId("kim"), NOW.plusSeconds(5));
    Incident acknowledged = incident.after(seen);
    happened(acknowledged, seen);
    IncidentEvent graver =
        new AlertJoined(NOW.plusSeconds(3600), UUID.randomUUID(), Severity.DANGER);
    Incident again = acknowledged.after(graver);
    happened(again, graver);
    IncidentEvent more = new AlertJoined(NOW.plusSeconds(3700), UUID.randomUUID(), Severity.NOTICE);
    happened(again.after(more), more);
    assertEquals(
        List.of(
            new Backlog.Incidents(Severity.DANGER, IncidentState.OPEN, 1, NOW.plusSeconds(3600))),
        unclosed());
  }

  @Test
  void whatIsNotDeliveredIsCountedByChannelQueueAndState() {
    put("console", threat(UUID.randomUUID(), Severity.DANGER));
    put("console", threat(UUID.randomUUID(), Severity.NOTICE));
    put("mail", threat(UUID.randomUUID(), Severity.NOTICE));
    put("mail", threat(UUID.randomUUID(), Severity.NOTICE));
    List<Parcel> mail = due("mail", Queue.THREAT, NOW);
    settle(new Outcome.Dead(mail.get(0).id(), "gone"), new Outcome.Delivered(mail.get(1).id()));
    assertEquals(
        Set.of(
            new Backlog.Parcels("console", Queue.THREAT, ParcelState.WAITING, 2, NOW),
            new Backlog.Parcels("mail", Queue.THREAT, ParcelState.DEAD, 1, NOW)),
        Set.copyOf(store().read(Backlog::of).parcels()));
  }

  @Test
  void aTransactionIsAllOrNothing() {
    Notice notice = threat(UUID.randomUUID(), Severity.DANGER);
    assertThrows(
        IllegalStateException.class,
        () ->
            store()
                .write(
                    in -> {
                      in.outbox().add("console", notice, NOW);
                      throw new IllegalStateException("half way");
                    }));
    assertTrue(due("console", Queue.THREAT, NOW).isEmpty());
  }

  private boolean knows(UUID alert) {
    return store().<Boolean>read(in -> in.incidents().knows(alert));
  }

  @Test
  void anAlertIsKnownOnceItWasKept() {
    Incident incident = opened("order-1");
    UUID id = UUID.randomUUID();
    Notice.Threat kept =
        new Notice.Threat(
            id,
            NOW,
            incident.id().value(),
            id,
            0,
            Severity.DANGER,
            new OrderId("order-1"),
            new RespondentId("r"),
            new PlaceId("home"),
            new CameraId("door"),
            1,
            Trend.UNKNOWN,
            NOW,
            NOW);
    assertFalse(knows(id));
    store()
        .run(
            in -> {
              in.incidents().keep(kept, EVIDENCE);
            });
    assertTrue(knows(id));
    assertEquals(Optional.of(kept), store().read(in -> in.incidents().newestNotice(incident.id())));
    assertEquals(List.of(), store().read(in -> in.incidents().judged(9)), "nobody has judged it");
    assertEquals(
        List.of(new RaisedAlert(kept, Optional.of(EVIDENCE))),
        store().read(in -> in.incidents().raised(incident.id())));
  }
}
