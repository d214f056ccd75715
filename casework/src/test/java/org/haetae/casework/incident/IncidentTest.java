package org.haetae.casework.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.haetae.casework.incident.IncidentCause.Approach;
import org.haetae.casework.incident.IncidentCause.CallForHelp;
import org.haetae.casework.incident.IncidentEvent.AlertJoined;
import org.haetae.casework.incident.IncidentEvent.CallJoined;
import org.haetae.casework.incident.IncidentEvent.DispatchAsked;
import org.haetae.casework.incident.IncidentEvent.Dispatched;
import org.haetae.casework.incident.IncidentEvent.Joined;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.Test;

class IncidentTest {
  private static final Instant AT = Instant.parse("2026-03-01T02:00:00Z");
  private static final UserId KIM = new UserId("kim");
  private static final UserId LEE = new UserId("lee");
  private static final IncidentCause ORDER = new Approach(new OrderId("order-1"));
  private static final IncidentId ID = new IncidentId(new UUID(1, 2));

  private static AlertJoined alert(Severity severity) {
    return new AlertJoined(AT, new UUID(3, 4), severity);
  }

  private static Incident open(Severity severity) {
    return Incident.opened(ID, ORDER, alert(severity));
  }

  private static Incident acknowledged(Severity severity) {
    Incident open = open(severity);
    return open.after(open.acknowledge(KIM, AT));
  }

  @Test
  void theUsualWay() {
    Incident seen = acknowledged(Severity.DANGER);
    Incident sent = seen.after(seen.dispatch(KIM, AT, DispatchRule.onePerson()));
    assertEquals(IncidentState.DISPATCHED, sent.state());
    Incident over = sent.after(sent.resolve(KIM, AT, "arrested at the gate"));
    assertEquals(IncidentState.RESOLVED, over.state());
  }

  @Test
  void severityOnlyGrows() {
    Incident incident = open(Severity.WARNING).after(alert(Severity.NOTICE));
    assertEquals(Severity.WARNING, incident.severity());
    assertEquals(Severity.DANGER, incident.after(alert(Severity.DANGER)).severity());
    assertEquals(2, incident.alerts());
  }

  @Test
  void whatGrowsGraverThanWasAcknowledgedIsOpenAgain() {
    Incident seen = acknowledged(Severity.WARNING);
    assertEquals(IncidentState.ACKNOWLEDGED, seen.after(alert(Severity.WARNING)).state());
    Incident again = seen.after(alert(Severity.DANGER));
    assertEquals(IncidentState.OPEN, again.state());
    assertEquals(0, again.tier());
  }

  private static CallJoined call() {
    return new CallJoined(AT.plusSeconds(9), new UUID(5, 6), new WatchSerial("W-1"));
  }

  @Test
  void aCallForHelpIsDangerAndAnotherOneMustBeSeenAgain() {
    Incident open = Incident.opened(ID, new CallForHelp(new CaseId("case-1")), call());
    assertEquals(Severity.DANGER, open.severity());
    Incident told = open.after(open.escalate(1, AT));
    assertEquals(1, told.after(call()).tier(), "who was called stays called");
    Incident seen = told.after(told.acknowledge(KIM, AT));
    Incident again = seen.after(call());
    assertEquals(IncidentState.OPEN, again.state());
    assertEquals(0, again.tier());
    assertEquals(2, again.alerts());
    Incident sent = seen.after(seen.dispatch(KIM, AT, DispatchRule.onePerson()));
    assertEquals(IncidentState.DISPATCHED, sent.after(call()).state(), "a patrol is on its way");
  }

  @Test
  void aSecondPersonIsDemandedAndCalledFor() {
    DispatchRule rule = new DispatchRule(Set.of(Severity.DANGER));
    Incident seen = acknowledged(Severity.DANGER);
    Incident asked =
        seen.after(assertInstanceOf(DispatchAsked.class, seen.dispatch(KIM, AT, rule)));
    assertEquals(IncidentState.OPEN, asked.state());
    assertThrows(IncidentRefusal.class, () -> asked.dispatch(KIM, AT, rule));
    assertThrows(
        IncidentRefusal.class,
        () -> asked.acknowledge(KIM, AT),
        "or the second person is never called");
    Incident seenByLee = asked.after(asked.acknowledge(LEE, AT));
    assertInstanceOf(Dispatched.class, seenByLee.dispatch(LEE, AT, rule));
    assertInstanceOf(Dispatched.class, acknowledged(Severity.WARNING).dispatch(KIM, AT, rule));
  }

  @Test
  void nothingIsClosedUnseenOrWithoutAnOutcome() {
    assertThrows(IncidentRefusal.class, () -> open(Severity.DANGER).resolve(KIM, AT, "all quiet"));
    assertThrows(
        IncidentRefusal.class,
        () -> open(Severity.NOTICE).foundFalse(KIM, AT, FalseAlarmReason.ANOTHER_PERSON));
    assertThrows(IncidentRefusal.class, () -> acknowledged(Severity.NOTICE).resolve(KIM, AT, " "));
  }

  @Test
  void aClosedIncidentTakesNothingMore() {
    Incident seen = acknowledged(Severity.DANGER);
    Incident closed = seen.after(seen.foundFalse(KIM, AT, FalseAlarmReason.DRILL));
    assertThrows(IncidentRefusal.class, () -> closed.after(alert(Severity.DANGER)));
    assertThrows(IncidentRefusal.class, () -> closed.acknowledge(KIM, AT));
    assertThrows(IncidentRefusal.class, () -> closed.dispatch(KIM, AT, DispatchRule.onePerson()));
  }

  @Test
  void escalationEndsWithTheAcknowledgement() {
    Incident open = open(Severity.DANGER);
    Incident told = open.after(open.escalate(1, AT));
    assertEquals(1, told.tier());
    assertThrows(IllegalArgumentException.class, () -> told.escalate(3, AT));
    assertThrows(IncidentRefusal.class, () -> acknowledged(Severity.DANGER).escalate(1, AT));
  }

  /** Whatever people do in whatever order, the events alone tell the incident. */
  @Test
  void replayIsTheIncident() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      boolean called = random.nextBoolean();
      IncidentCause cause = called ? new CallForHelp(new CaseId("case-1")) : ORDER;
      Joined first = called ? call() : alert(anySeverity(random));
      List<IncidentEvent> events = new ArrayList<>(List.of(first));
      Incident incident = Incident.opened(ID, cause, first);
      for (int step = 0; step < 30; step++) {
        try {
          IncidentEvent event = anyEvent(incident, random);
          Incident after = incident.after(event);
          assertTrue(after.severity().compareTo(incident.severity()) >= 0);
          incident = after;
          events.add(event);
        } catch (IncidentRefusal e) {
          assertTrue(String.valueOf(e.getMessage()).startsWith("incident "));
        }
      }
      assertEquals(incident, Incident.replayed(ID, cause, events));
    }
  }

  private static Severity anySeverity(Random random) {
    List<Severity> all = List.of(Severity.values());
    return all.get(random.nextInt(all.size()));
  }

  private static IncidentEvent anyEvent(Incident incident, Random random) {
    UserId by = random.nextBoolean() ? KIM : LEE;
    DispatchRule rule = new DispatchRule(Set.of(Severity.DANGER));
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> incident.cause() instanceof CallForHelp ? call() : alert(anySeverity(random));
      case 3 -> incident.acknowledge(by, AT);
      case 4, 5 -> incident.dispatch(by, AT, rule);
      case 6 -> incident.escalate(incident.tier() + 1, AT);
      case 7 -> incident.resolve(by, AT, "over");
      default -> incident.foundFalse(by, AT, FalseAlarmReason.NOT_A_LIVE_FACE);
    };
  }
}
