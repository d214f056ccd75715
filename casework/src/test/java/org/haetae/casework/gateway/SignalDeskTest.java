package org.haetae.casework.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.haetae.casework.Deeds;
import org.haetae.casework.SettableClock;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.cover.GapKind;
import org.haetae.casework.cover.SiteView;
import org.haetae.casework.desk.IncidentDesk;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause.CallForHelp;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.office.CoverBook;
import org.haetae.casework.office.Office;
import org.haetae.casework.office.WatchDesk;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.ParcelState;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.store.StoredLedger;
import org.haetae.casework.watch.Fix;
import org.haetae.casework.watch.Handing;
import org.haetae.casework.watch.RequestKey;
import org.haetae.casework.watch.SosCall;
import org.haetae.casework.watch.WatchSignal;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.Offence;
import org.haetae.domain.place.PlaceKind;
import org.haetae.domain.place.ProtectedPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalDeskTest {
  private static final Plan PLAN = PlanReader.korea();
  private static final StationId JONGNO = new StationId("jongno");
  private static final WatchSerial WATCH = new WatchSerial("W-1");
  private static final CaseId YUN = new CaseId("case-yun");
  private static final CaseId LIM = new CaseId("case-lim");
  private static final ProtectedPlace HOME = place("home", 37.5665, 126.978);
  private static final ProtectedPlace WORK = place("work", 37.5701, 126.9826);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final List<SosCall> called = new ArrayList<>();
  private Store store;
  private Office office;
  private WatchDesk watches;
  private CaseDesk cases;
  private CoverBook cover;
  private IncidentDesk incidents;
  private AlarmDesk alarms;
  private SignalDesk desk;

  private static ProtectedPlace place(String id, double latitude, double longitude) {
    return new ProtectedPlace(
        new PlaceId(id), id, PlaceKind.HOME, new GeoPoint(latitude, longitude), 100);
  }

  @BeforeEach
  void open() {
    store = Store.open(new Database.Sqlite(folder.resolve("haetae.db")));
    office = new Office(new StoredLedger(store));
    watches = new WatchDesk(office, PLAN.watches());
    cases = new CaseDesk(office, PLAN);
    cover = new CoverBook(office, PLAN);
    EscalationPlan plan =
        new EscalationPlan(
            List.of(new Tier("operator", Duration.ZERO, List.of("console"))),
            Duration.ofMinutes(1));
    incidents = new IncidentDesk(store, plan, DispatchRule.onePerson(), clock, () -> {});
    alarms = new AlarmDesk(store, List.of(), clock, () -> {});
    begin();
    watches.place(JONGNO, "Jongno", new GeoPoint(37.57, 126.98), Deeds.supervisor(now()));
    watches.receive(WATCH, JONGNO, "SW-2", "1.4", Deeds.supervisor(now()));
    cover.begin(List.of(), List.of(), true, SiteView.NONE, now());
  }

  /** A desk that remembers nothing but what is written down. */
  private void begin() {
    Map<CaseId, List<ProtectedPlace>> places = Map.of(YUN, List.of(HOME, WORK));
    desk =
        new SignalDesk(
            office,
            store,
            cover,
            incidents,
            file -> places.getOrDefault(file, List.of()),
            new UnheldWatches(alarms),
            called::add,
            clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Instant now() {
    return clock.instant();
  }

  private RequestKey promised(CaseId file, String person) {
    cases.open(
        file,
        new ProtectedPersonId(person),
        Set.of(new RespondentId("somebody")),
        Offence.STALKING,
        JONGNO,
        OptionalInt.of(1990),
        Deeds.supervisor(now()));
    return new RequestKey(file, watches.ask(file, JONGNO, Deeds.supervisor(now())));
  }

  private void issued(CaseId file, String person) {
    RequestKey key = promised(file, person);
    watches.issue(key, new Handing("card", true, true), Deeds.supervisor(now()));
  }

  private Set<GapKind> gaps() {
    Set<GapKind> kinds = new TreeSet<>(cover.counts(now()).keySet());
    kinds.retainAll(Set.of(GapKind.WATCH_SILENT, GapKind.WATCH_LOW, GapKind.WATCH_POSITION_OLD));
    return kinds;
  }

  private Optional<WatchSignal> kept() {
    return store.read(in -> in.readings().watch(WATCH));
  }

  private Heard hear(byte[] message) {
    return desk.hear(WATCH, message);
  }

  @Test
  void aHeartbeatIsKeptAndMendsTheCover() {
    issued(YUN, "yun");
    clock.advance(PLAN.watches().silence());
    assertEquals(Set.of(GapKind.WATCH_SILENT), gaps());
    assertEquals(new Heard.Heartbeat(), hear(Said.heartbeat(now(), 80)));
    assertEquals(Set.of(), gaps());
    assertEquals(now(), kept().orElseThrow().at());
    clock.advance(Duration.ofSeconds(60));
    hear(Said.heartbeat(now(), PLAN.watches().lowBattery()));
    assertEquals(Set.of(GapKind.WATCH_LOW), gaps());
    assertTrue(incidents.newest(9).isEmpty(), "a battery is no breach");
    assertTrue(alarms.open().isEmpty());
  }

  @Test
  void whatIsOlderThanTheNewestDoesNotReplaceIt() {
    issued(YUN, "yun");
    Instant old = now();
    clock.advance(Duration.ofMinutes(2));
    hear(Said.heartbeatFromNowhere(now(), 80));
    hear(Said.heartbeat(old, 3));
    WatchSignal signal = kept().orElseThrow();
    assertEquals(now(), signal.at());
    assertEquals(80, signal.battery());
    assertEquals(Optional.of(new Fix(HOME.location(), old)), signal.fix(), "all that is known");
    assertEquals(Set.of(), gaps());
  }

  @Test
  void whatIsWrongOrAheadOfItsTimeChangesNothing() {
    issued(YUN, "yun");
    Heard heard = hear(Said.heartbeat(now().plusSeconds(301), 80));
    assertTrue(assertInstanceOf(Heard.Refused.class, heard).why().contains("5 minutes ahead"));
    assertInstanceOf(Heard.Refused.class, hear(new byte[9]));
    assertEquals(Optional.empty(), kept());
  }

  @Test
  void nothingIsKeptOfAWatchThatIsInNoStock() {
    WatchSerial other = new WatchSerial("W-99");
    assertEquals(new Heard.UnknownWatch(), desk.hear(other, Said.heartbeat(now(), 80)));
    assertEquals(List.of(), store.read(in -> in.readings().watches()));
  }

  @Test
  void aCallForHelpIsADangerWithPositionAndTheNearestPlaceFirst() {
    issued(YUN, "yun");
    byte[] said = Said.sos(new UUID(1, 2), now());
    assertEquals(new Heard.Sos(), hear(said));
    Incident incident = incidents.newest(9).getFirst();
    assertEquals(new CallForHelp(YUN), incident.cause());
    SosCall call = incidents.lastCall(incident.id()).orElseThrow();
    assertEquals(List.of(call), called);
    assertEquals(WatchState.ISSUED, call.state());
    assertEquals(Optional.of(12), call.battery());
    assertEquals(Optional.of(new Fix(WORK.location(), now().minusSeconds(20))), call.position());
    assertEquals(List.of(WORK.id(), HOME.id()), call.places());
    assertEquals(0, call.metres().orElseThrow(), 0.1);
    assertEquals(12, kept().orElseThrow().battery(), "it is a sign of life too");
    clock.advance(Duration.ofSeconds(5));
    assertEquals(new Heard.Sos(), hear(said), "the gateway brings it again");
    assertEquals(1, incidents.newest(9).getFirst().alerts());
    hear(Said.sos(new UUID(1, 3), now()));
    assertEquals(2, incidents.newest(9).getFirst().alerts());
    assertEquals(1, incidents.newest(9).size());
    assertTrue(alarms.open().isEmpty(), "a call is no technical alarm");
  }

  /** By somebody who has recorded it, at whatever time, whatever has happened since. */
  @Test
  void aMessageThatIsSentAgainHasNoSecondEffect() {
    issued(YUN, "yun");
    byte[] heartbeat = Said.heartbeat(now(), 80);
    hear(heartbeat);
    clock.advance(Duration.ofSeconds(30));
    byte[] sos = Said.sos(new UUID(1, 2), now());
    hear(sos);
    IncidentId id = incidents.newest(9).getFirst().id();
    UserId operator = new UserId("operator-na");
    List<Runnable> steps =
        List.of(
            () -> clock.advance(Duration.ofSeconds(5)),
            () -> incidents.acknowledge(id, operator),
            () -> incidents.resolve(id, operator, "she is safe"),
            this::begin,
            () -> clock.advance(Duration.ofDays(30)));
    for (Runnable step : steps) {
      step.run();
      List<Incident> before = incidents.newest(9);
      List<IncidentEvent> events = incidents.events(id);
      Optional<WatchSignal> signal = kept();
      long waiting = store.read(in -> in.outbox().count(ParcelState.WAITING));
      assertEquals(new Heard.Heartbeat(), hear(heartbeat));
      assertEquals(new Heard.Sos(), hear(sos), "the gateway need not send it again");
      assertEquals(before, incidents.newest(9));
      assertEquals(events, incidents.events(id));
      assertEquals(signal, kept());
      assertEquals(1, called.size());
      assertEquals(waiting, (long) store.read(in -> in.outbox().count(ParcelState.WAITING)));
    }
  }

  @Test
  void whatAWatchSaidInOtherHandsSaysNothingOfWhoeverHasItNow() {
    issued(YUN, "yun");
    byte[] heartbeat = Said.heartbeat(now(), 80);
    byte[] sos = Said.sos(new UUID(1, 2), now());
    hear(heartbeat);
    hear(sos);
    clock.advance(Duration.ofHours(1));
    watches.returned(WATCH, JONGNO, Deeds.supervisor(now()));
    store.run(in -> in.readings().forget(YUN));
    assertEquals(Optional.empty(), kept());
    hear(heartbeat);
    hear(sos);
    assertEquals(Optional.empty(), kept(), "what was forgotten stays so");
    clock.advance(Duration.ofHours(1));
    issued(LIM, "lim");
    hear(heartbeat);
    hear(sos);
    assertEquals(Optional.empty(), kept());
    assertEquals(List.of(YUN), called.stream().map(SosCall::file).toList());
    hear(Said.heartbeat(now(), 70));
    assertEquals(70, kept().orElseThrow().battery());
  }

  @Test
  void aCallThatSaysNothingHasTheLastKnownPosition() {
    issued(YUN, "yun");
    Instant before = now();
    hear(Said.heartbeat(before, 55));
    clock.advance(Duration.ofMinutes(7));
    hear(Said.bareSos(new UUID(1, 2), now()));
    SosCall call = called.getFirst();
    assertEquals(Optional.of(new Fix(HOME.location(), before)), call.position());
    assertEquals(HOME.id(), call.places().getFirst());
    assertEquals(Optional.empty(), call.battery());
    assertEquals(now(), kept().orElseThrow().at());
    assertEquals(55, kept().orElseThrow().battery());
  }

  @Test
  void ofTwoPositionsTheNewerCounts() {
    issued(YUN, "yun");
    hear(Said.heartbeat(now().minusSeconds(60), 55));
    hear(Said.sos(new UUID(1, 2), now()));
    Fix its = new Fix(WORK.location(), now().minusSeconds(20));
    assertEquals(Optional.of(its), called.getFirst().position(), "the call's own");
    clock.advance(Duration.ofSeconds(30));
    hear(Said.heartbeat(now(), 54));
    hear(Said.sos(new UUID(1, 3), now()));
    Fix newer = new Fix(HOME.location(), now());
    assertEquals(Optional.of(newer), called.getLast().position(), "the heartbeat's after it");
  }

  @Test
  void aCallOfALostWatchIsOfWhoeverHadIt() {
    issued(YUN, "yun");
    watches.lost(WATCH, "left on a bus", Deeds.supervisor(now()));
    assertEquals(new Heard.Sos(), hear(Said.bareSos(new UUID(1, 2), now())));
    assertEquals(YUN, called.getFirst().file());
    assertEquals(WatchState.LOST, called.getFirst().state());
    assertEquals(Optional.empty(), called.getFirst().position());
    assertEquals(List.of(HOME.id(), WORK.id()), called.getFirst().places());
  }

  @Test
  void aCallOfAWatchThatWasGivenBackIsOfWhoeverHadItLast() {
    issued(YUN, "yun");
    watches.returned(WATCH, JONGNO, Deeds.supervisor(now()));
    hear(Said.bareSos(new UUID(1, 2), now()));
    assertEquals(YUN, called.getFirst().file());
    assertEquals(WatchState.IN_STOCK, called.getFirst().state());
    clock.advance(Duration.ofMinutes(1));
    RequestKey next = promised(LIM, "lim");
    hear(Said.bareSos(new UUID(1, 3), now()));
    assertEquals(LIM, called.getLast().file(), "it may have been handed over already");
    assertEquals(WatchState.RESERVED, called.getLast().state());
    watches.issue(next, new Handing("card", true, true), Deeds.supervisor(now()));
    watches.returned(WATCH, JONGNO, Deeds.supervisor(now()));
    hear(Said.bareSos(new UUID(1, 4), now()));
    assertEquals(LIM, called.getLast().file());
  }

  @Test
  void aCallOfAWatchThatNobodyEverHadIsATechnicalAlarm() {
    assertEquals(new Heard.UnheldSos(), hear(Said.bareSos(new UUID(1, 2), now())));
    WatchSerial other = new WatchSerial("W-99");
    assertEquals(new Heard.UnheldSos(), desk.hear(other, Said.bareSos(new UUID(1, 2), now())));
    assertEquals(
        List.of(new Alarm(AlarmCode.WATCH_UNKNOWN, List.of("W-1", "W-99"), false)), alarms.open());
    assertTrue(incidents.newest(9).isEmpty());
    assertTrue(called.isEmpty());
  }

  @Test
  void whatCanNotBeKeptIsTheGatewaysStill() {
    issued(YUN, "yun");
    store.close();
    assertThrows(StoreException.class, () -> hear(Said.heartbeat(now(), 80)));
    assertThrows(StoreException.class, () -> hear(Said.sos(new UUID(1, 2), now())));
    assertTrue(called.isEmpty());
  }
}
