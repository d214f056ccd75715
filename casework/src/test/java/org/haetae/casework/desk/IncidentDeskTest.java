package org.haetae.casework.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.haetae.casework.Alerts;
import org.haetae.casework.SettableClock;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Parcel;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.escalation.EscalationPlan;
import org.haetae.casework.escalation.Roster;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.DispatchRule;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause.Approach;
import org.haetae.casework.incident.IncidentCause.CallForHelp;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.incident.IncidentRefusal;
import org.haetae.casework.incident.IncidentState;
import org.haetae.casework.report.IncidentRecord;
import org.haetae.casework.report.MonthReport;
import org.haetae.casework.review.ThresholdReview;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoredOutbox;
import org.haetae.casework.watch.SosCall;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.schedule.Schedule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentDeskTest {
  private static final UserId KIM = new UserId("kim");
  private static final UserId LEE = new UserId("lee");
  private static final EscalationPlan PLAN =
      new EscalationPlan(
          List.of(
              new Tier("operator", Duration.ZERO, List.of("console")),
              new Tier("patrol", Duration.ofSeconds(30), List.of("patrol"))),
          Duration.ofSeconds(60));

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final AtomicInteger filled = new AtomicInteger();
  private Store store;
  private IncidentDesk desk;

  @BeforeEach
  void open() {
    store = Store.open(new Database.Sqlite(folder.resolve("haetae.db")));
    desk = desk(DispatchRule.onePerson());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private IncidentDesk desk(DispatchRule rule) {
    return new IncidentDesk(store, PLAN, rule, clock, filled::incrementAndGet);
  }

  @Test
  void whatPeopleJudgedIsReviewed() {
    ProximityAlert mistake = Alerts.of("order-1", Severity.DANGER);
    desk.take(List.of(mistake, Alerts.of("order-2", Severity.DANGER)));
    assertEquals(0, desk.review().alerts(), "nobody has judged yet");
    for (Incident incident : desk.newest(9)) {
      desk.acknowledge(incident.id(), KIM);
      if (incident.cause().equals(new Approach(mistake.order()))) {
        desk.foundFalse(incident.id(), KIM, FalseAlarmReason.ANOTHER_PERSON);
      } else {
        desk.resolve(incident.id(), KIM, "arrested");
      }
    }
    ThresholdReview review = desk.review();
    assertEquals(2, review.alerts());
    assertEquals(1, review.respondents());
    double score = mistake.sighting().evidence().score();
    assertEquals(List.of(new ThresholdReview.Step(score, 1, 1)), review.steps());
  }

  @Test
  void aMonthHasWhatBeganInItWithItsReasons() {
    ZoneId zone = ZoneId.of("Asia/Seoul");
    YearMonth month = YearMonth.from(clock.instant().atZone(zone));
    ProximityAlert first = Alerts.of("order-1", Severity.WARNING);
    ProximityAlert again = Alerts.of("order-1", Severity.DANGER);
    desk.take(List.of(first));
    clock.advance(Duration.ofSeconds(5));
    desk.take(List.of(again, Alerts.of("order-2", Severity.DANGER)));
    for (Incident incident : desk.newest(9)) {
      desk.acknowledge(incident.id(), KIM);
    }
    desk.foundFalse(desk.newest(9).getFirst().id(), KIM, FalseAlarmReason.ANOTHER_PERSON);
    clock.advance(Duration.ofDays(31));
    desk.take(List.of(Alerts.of("order-3", Severity.DANGER)));

    MonthReport report = desk.month(month, zone);
    assertEquals(
        List.of(new Approach(first.order()), new Approach(new OrderId("order-2"))),
        report.incidents().stream().map(one -> one.incident().cause()).toList());
    IncidentRecord approach = report.incidents().getFirst();
    assertEquals(
        List.of(first.id(), again.id()),
        approach.alerts().stream().map(alert -> alert.told().alert()).toList());
    assertEquals(Optional.of(first.sighting().evidence()), approach.alerts().getFirst().evidence());
    assertEquals(desk.events(approach.incident().id()), approach.events());
    assertEquals(Optional.empty(), approach.order(), "nobody wrote the order down");
    assertEquals(3, report.alerts());
    assertEquals(1, report.judged());
    assertEquals(1, report.mistaken());
    assertEquals(0.025, report.mistakenShare().orElseThrow().low(), 1e-9);
    assertEquals(1, desk.month(month.plusMonths(1), zone).incidents().size());
    assertTrue(desk.month(month.minusMonths(1), zone).mistakenShare().isEmpty());
  }

  @Test
  void whereNobodyIsOnDutyTheNextTierIsToldAtOnce() {
    Instant now = clock.instant();
    Roster later =
        new Roster(
            List.of(
                new Roster.Shift(
                    KIM, new Schedule.Once(now.plusSeconds(100), now.plusSeconds(200)))));
    EscalationPlan plan =
        new EscalationPlan(
            List.of(
                new Tier("operator", Duration.ZERO, List.of("console"), later),
                PLAN.tiers().getLast()),
            Duration.ofSeconds(60));
    desk = new IncidentDesk(store, plan, DispatchRule.onePerson(), clock, filled::incrementAndGet);
    desk.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    assertEquals(1, desk.escalate());
    assertEquals(1, told("console").size());
    assertEquals(1, told("patrol").size());
    assertEquals(0, desk.escalate());
  }

  private List<Notice.Threat> told(String channel) {
    return new StoredOutbox(store)
        .due(channel, Queue.THREAT, clock.instant(), 100).stream()
            .map(Parcel::notice)
            .map(Notice.Threat.class::cast)
            .toList();
  }

  private Incident only() {
    List<Incident> all = desk.newest(10);
    assertEquals(1, all.size());
    return all.getFirst();
  }

  @Test
  void allAlertsOfAnOrderJoinOneIncident() {
    ProximityAlert first = Alerts.of("order-1", Severity.WARNING);
    desk.take(List.of(first));
    desk.take(
        List.of(Alerts.of("order-1", Severity.DANGER), Alerts.of("order-2", Severity.NOTICE)));
    List<Incident> all = desk.newest(10);
    assertEquals(2, all.size());
    Incident joined =
        all.stream()
            .filter(i -> i.cause().equals(new Approach(first.order())))
            .findFirst()
            .orElseThrow();
    assertEquals(2, joined.alerts());
    assertEquals(Severity.DANGER, joined.severity());
    assertEquals(3, told("console").size());
    assertEquals(0, told("patrol").size());
    assertEquals(2, filled.get());
  }

  @Test
  void anAlertThatComesTwiceCountsOnce() {
    ProximityAlert alert = Alerts.of("order-1", Severity.DANGER);
    desk.take(List.of(alert, alert));
    desk.take(List.of(alert));
    assertEquals(1, only().alerts());
    assertEquals(alert.id(), told("console").getFirst().key());
    assertEquals(1, told("console").size());
  }

  @Test
  void aClosedIncidentIsFollowedByANewOne() {
    desk.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    IncidentId id = only().id();
    desk.acknowledge(id, KIM);
    desk.foundFalse(id, KIM, FalseAlarmReason.ANOTHER_PERSON);
    desk.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    assertEquals(2, desk.newest(10).size());
  }

  @Test
  void escalatesOnTheClockUntilSomebodyAcknowledges() {
    desk.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    clock.advance(Duration.ofSeconds(29));
    assertEquals(0, desk.escalate());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, desk.escalate());
    assertEquals(0, desk.escalate());
    assertEquals(1, told("patrol").size());
    assertEquals(1, told("patrol").getFirst().tier());
    clock.advance(Duration.ofSeconds(60));
    assertEquals(1, desk.escalate());
    assertEquals(2, told("patrol").size());
    assertNotEquals(told("patrol").get(0).key(), told("patrol").get(1).key());
    assertEquals(1, told("console").size());
    desk.acknowledge(only().id(), KIM);
    clock.advance(Duration.ofHours(1));
    assertEquals(0, desk.escalate());
  }

  @Test
  void whoWasCalledHearsOfTheNextAlertToo() {
    desk.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    clock.advance(Duration.ofSeconds(30));
    desk.escalate();
    desk.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    assertEquals(2, told("patrol").size());
    assertEquals(2, told("console").size());
  }

  @Test
  void whatGrowsGraverEscalatesAgain() {
    desk.take(List.of(Alerts.of("order-1", Severity.WARNING)));
    desk.acknowledge(only().id(), KIM);
    clock.advance(Duration.ofMinutes(5));
    desk.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    assertEquals(IncidentState.OPEN, only().state());
    clock.advance(Duration.ofSeconds(30));
    assertEquals(1, desk.escalate());
  }

  @Test
  void aCallIsAsGraveAsTheIncidentWhateverCameLast() {
    desk.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    clock.advance(Duration.ofSeconds(10));
    ProximityAlert last = Alerts.of("order-1", Severity.NOTICE);
    desk.take(List.of(last));
    clock.advance(Duration.ofSeconds(20));
    assertEquals(1, desk.escalate());
    Notice.Threat call = told("patrol").getFirst();
    assertEquals(Severity.DANGER, call.severity());
    assertEquals(last.id(), call.alert());
  }

  @Test
  void whatNobodyHasClosedIsShownHoweverOld() {
    desk.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    IncidentId old = only().id();
    for (int later = 0; later < 3; later++) {
      clock.advance(Duration.ofDays(1));
      desk.take(List.of(Alerts.of("order-2", Severity.NOTICE)));
      IncidentId id = desk.newest(1).getFirst().id();
      desk.acknowledge(id, KIM);
      desk.resolve(id, KIM, "went home");
    }
    List<Incident> shown = desk.newest(2);
    assertEquals(3, shown.size());
    assertEquals(old, shown.getLast().id());
  }

  @Test
  void theSecondPersonIsCalledOnTheClock() {
    IncidentDesk careful = desk(new DispatchRule(Set.of(Severity.DANGER)));
    careful.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    IncidentId id = only().id();
    careful.acknowledge(id, KIM);
    careful.dispatch(id, KIM);
    assertThrows(IncidentRefusal.class, () -> careful.dispatch(id, KIM));
    clock.advance(Duration.ofSeconds(30));
    assertEquals(1, careful.escalate());
    assertEquals(IncidentState.DISPATCHED, careful.dispatch(id, LEE).state());
    clock.advance(Duration.ofHours(1));
    assertEquals(0, careful.escalate());
  }

  @Test
  void anUnknownIncidentIsRefusedInASentence() {
    IncidentId id = new IncidentId(new UUID(0, 9));
    IncidentRefusal refusal = assertThrows(IncidentRefusal.class, () -> desk.acknowledge(id, KIM));
    assertEquals("there is no incident " + id, refusal.getMessage());
  }

  private static SosCall call(UUID id, String file) {
    SosCall sample = SampleNotices.sos().call();
    return new SosCall(
        id,
        new CaseId(file),
        sample.watch(),
        sample.state(),
        sample.pressed(),
        sample.battery(),
        sample.position(),
        sample.places(),
        sample.metres());
  }

  private List<Notice.Sos> called(String channel) {
    return new StoredOutbox(store)
        .due(channel, Queue.THREAT, clock.instant(), 100).stream()
            .map(Parcel::notice)
            .map(Notice.Sos.class::cast)
            .toList();
  }

  @Test
  void allCallsOfACaseJoinOneIncidentAndEachIsTold() {
    SosCall first = call(UUID.randomUUID(), "case-1");
    assertTrue(desk.sos(first));
    assertFalse(desk.sos(first), "it came twice");
    assertTrue(desk.sos(call(UUID.randomUUID(), "case-1")));
    assertTrue(desk.sos(call(UUID.randomUUID(), "case-2")));
    assertEquals(2, desk.newest(10).size());
    Incident one =
        desk.newest(10).stream()
            .filter(i -> i.cause().equals(new CallForHelp(first.file())))
            .findFirst()
            .orElseThrow();
    assertEquals(2, one.alerts());
    assertEquals(Severity.DANGER, one.severity());
    assertEquals(3, called("console").size());
    assertEquals(first, called("console").getFirst().call());
    assertEquals(first.id(), called("console").getFirst().key());
    assertEquals(4, filled.get());
  }

  @Test
  void aCallEscalatesLikeAnAlertUntilSomebodyAcknowledges() {
    SosCall call = call(UUID.randomUUID(), "case-1");
    desk.sos(call);
    assertEquals(Optional.of(call), desk.lastCall(only().id()));
    clock.advance(Duration.ofSeconds(29));
    assertEquals(0, desk.escalate());
    clock.advance(Duration.ofSeconds(1));
    assertEquals(1, desk.escalate());
    assertEquals(1, called("patrol").getFirst().tier());
    assertEquals(call, called("patrol").getFirst().call());
    assertNotEquals(call.id(), called("patrol").getFirst().key());
    desk.acknowledge(only().id(), KIM);
    clock.advance(Duration.ofHours(1));
    assertEquals(0, desk.escalate());
    desk.sos(call(UUID.randomUUID(), "case-1"));
    assertEquals(IncidentState.OPEN, only().state(), "it was not over");
    clock.advance(Duration.ofSeconds(30));
    assertEquals(1, desk.escalate());
    desk.acknowledge(only().id(), KIM);
    desk.foundFalse(only().id(), KIM, FalseAlarmReason.PRESSED_BY_MISTAKE);
    assertEquals(0, desk.review().alerts(), "no face was judged");
  }

  @Test
  void anAlertAndACallAreTwoIncidents() {
    desk.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    desk.sos(call(UUID.randomUUID(), "order-1"));
    assertEquals(2, desk.newest(10).size());
    Incident alert =
        desk.newest(10).stream()
            .filter(i -> i.cause() instanceof Approach)
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.empty(), desk.lastCall(alert.id()));
  }

  @Test
  void theDangerSurvivesTheProcess() {
    desk.take(List.of(Alerts.of("order-1", Severity.DANGER)));
    store.close();
    open();
    clock.advance(Duration.ofSeconds(31));
    assertEquals(1, desk.escalate());
    assertEquals(1, told("console").size());
  }
}
