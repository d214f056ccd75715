package org.haetae.casework.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.haetae.casework.RandomLives;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentEvent.Acknowledged;
import org.haetae.casework.incident.IncidentEvent.AlertJoined;
import org.haetae.casework.incident.IncidentEvent.CallJoined;
import org.haetae.casework.incident.IncidentEvent.DispatchAsked;
import org.haetae.casework.incident.IncidentEvent.Dispatched;
import org.haetae.casework.incident.IncidentEvent.Escalated;
import org.haetae.casework.incident.IncidentEvent.FoundFalse;
import org.haetae.casework.incident.IncidentEvent.Resolved;
import org.haetae.casework.training.DrillResult.Fault;
import org.haetae.casework.training.DrillResult.Step;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dhaetae.seed=N} plays one random exercise again. */
class DrillResultTest {
  private static final Instant APPROACH = Instant.parse("2026-03-01T12:00:00Z");
  private static final UserId KIM = new UserId("kim");
  private static final UserId LEE = new UserId("lee");
  private static final DrillRule RULE = new DrillRule(s(10), s(30), s(20), s(100));
  private static final int LIVES = 3000;

  private static Duration s(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static Instant at(int second) {
    return APPROACH.plusSeconds(second);
  }

  private static IncidentEvent alert(int second) {
    return new AlertJoined(at(second), new UUID(0, second), Severity.DANGER);
  }

  private static IncidentEvent seen(int second, UserId by) {
    return new Acknowledged(at(second), by);
  }

  private static IncidentEvent sent(int second, UserId by) {
    return new Dispatched(at(second), by);
  }

  private static IncidentEvent over(int second, UserId by) {
    return new Resolved(at(second), by, "he went away");
  }

  private static DrillResult graded(IncidentEvent... events) {
    return DrillResult.grade(APPROACH, List.of(events), RULE, Optional.of(KIM));
  }

  private static List<Optional<Duration>> took(DrillResult result) {
    return result.marks().stream().map(DrillResult.Mark::took).toList();
  }

  private static List<Step> missed(DrillResult result) {
    return result.marks().stream()
        .filter(mark -> !mark.passed())
        .map(DrillResult.Mark::step)
        .toList();
  }

  @Test
  void eachStepCountsFromTheOneBefore() {
    DrillResult result = graded(alert(6), seen(10, KIM), sent(18, KIM), over(60, KIM));
    assertTrue(result.passed(), result.toString());
    assertEquals(
        List.of(Optional.of(s(6)), Optional.of(s(4)), Optional.of(s(8)), Optional.of(s(42))),
        took(result));
    assertEquals(
        List.of(Step.ALERTED, Step.ACKNOWLEDGED, Step.DISPATCHED, Step.RESOLVED),
        result.marks().stream().map(DrillResult.Mark::step).toList());
  }

  @ParameterizedTest
  @CsvSource({
    // all of the time of each step, and a second more of one of them
    "10, 40, 60, 160, ",
    "11, 41, 61, 161, ALERTED",
    "10, 41, 60, 160, ACKNOWLEDGED",
    "10, 40, 61, 160, DISPATCHED",
    "10, 40, 60, 161, RESOLVED",
    // what was saved may be spent
    "10, 12, 60, 160, ",
    "10, 12, 13, 160, ",
    "10, 12, 61, 161, DISPATCHED",
    "10, 12, 13, 161, RESOLVED",
    // what Haetae saved is not the operator's, and what it lost neither
    "0, 31, 50, 150, ACKNOWLEDGED",
    "15, 45, 65, 165, ALERTED",
    // whoever was late has the time of the next step nevertheless
    "10, 100, 120, 220, ACKNOWLEDGED",
  })
  void aStepIsInTimeUpToItsLimit(int alert, int seen, int sent, int over, Step failed) {
    DrillResult result = graded(alert(alert), seen(seen, KIM), sent(sent, KIM), over(over, KIM));
    assertEquals(failed == null ? List.of() : List.of(failed), missed(result));
    assertEquals(failed == null, result.passed());
    assertEquals(List.of(), result.faults());
  }

  @Test
  void whoSendsAPatrolHasSeenTheAlert() {
    DrillResult result = graded(alert(6), sent(10, KIM), over(20, KIM));
    assertTrue(result.passed(), result.toString());
    assertEquals(Optional.of(s(4)), took(result).get(1));
    assertEquals(Optional.of(s(0)), took(result).get(2));
  }

  @Test
  void whereNobodyActsOnlyTheAlertIsInTime() {
    DrillResult result = graded(alert(6), new Escalated(at(36), 1), new Escalated(at(66), 2));
    assertEquals(List.of(Step.ACKNOWLEDGED, Step.DISPATCHED, Step.RESOLVED), missed(result));
    assertEquals(
        List.of(new Fault.NextTierTold(at(36), 1), new Fault.NextTierTold(at(66), 2)),
        result.faults());
  }

  @Test
  void withoutAnAlertNothingIsInTime() {
    DrillResult result = graded();
    assertEquals(List.of(Step.values()), missed(result));
    assertEquals(List.of(), result.faults());
  }

  @Test
  void anEscalationFailsItHoweverFastTheRestWas() {
    DrillResult result =
        graded(alert(6), new Escalated(at(7), 1), seen(8, KIM), sent(9, KIM), over(10, KIM));
    assertEquals(List.of(), missed(result));
    assertFalse(result.passed());
  }

  @Test
  void itMustNotBeClosedWithoutAPatrol() {
    assertEquals(List.of(Step.DISPATCHED), missed(graded(alert(6), seen(8, KIM), over(9, KIM))));
  }

  @ParameterizedTest
  @EnumSource(FalseAlarmReason.class)
  void theRespondentIsNoFalseAlarmAndAnExerciseIsWorkedLikeARealOne(FalseAlarmReason reason) {
    DrillResult result =
        graded(alert(6), seen(8, KIM), sent(9, KIM), new FoundFalse(at(10), KIM, reason));
    assertEquals(List.of(Step.RESOLVED), missed(result));
    assertEquals(List.of(new Fault.ClosedAsFalse(at(10), KIM, reason)), result.faults());
  }

  @Test
  void anothersStepsAreNotTheTrainees() {
    IncidentEvent[] events = {alert(6), seen(8, LEE), sent(9, LEE), over(10, LEE)};
    assertEquals(
        List.of(
            new Fault.ByAnother(at(8), LEE, Step.ACKNOWLEDGED),
            new Fault.ByAnother(at(9), LEE, Step.DISPATCHED),
            new Fault.ByAnother(at(10), LEE, Step.RESOLVED)),
        graded(events).faults());
    assertTrue(DrillResult.grade(APPROACH, List.of(events), RULE, Optional.empty()).passed());
  }

  @Test
  void whereTwoMustAgreeTheSecondIsAnother() {
    DrillResult asked =
        graded(alert(6), seen(8, KIM), new DispatchAsked(at(9), KIM), sent(12, LEE), over(20, KIM));
    assertTrue(asked.passed(), asked.toString());
    DrillResult agreed =
        graded(alert(6), seen(8, KIM), new DispatchAsked(at(9), LEE), sent(12, KIM), over(20, KIM));
    assertEquals(List.of(new Fault.ByAnother(at(9), LEE, Step.DISPATCHED)), agreed.faults());
  }

  @Test
  void anAlertBeforeTheApproachTeachesNothing() {
    DrillResult result = graded(alert(-3), seen(0, KIM), sent(1, KIM), over(2, KIM));
    assertEquals(List.of(new Fault.AlertBeforeApproach(at(-3))), result.faults());
    assertFalse(result.passed());
  }

  /** All steps at random times around their limits, and sometimes an escalation. */
  private static List<IncidentEvent> exercise(Random random) {
    int alert = random.nextInt(12);
    int seen = alert + random.nextInt(36);
    int sent = seen + random.nextInt(30);
    int over = sent + random.nextInt(130);
    List<IncidentEvent> events =
        new ArrayList<>(List.of(alert(alert), seen(seen, KIM), sent(sent, KIM), over(over, KIM)));
    if (random.nextInt(8) == 0) {
      events.add(new Escalated(at(alert + 30), 1));
    }
    return events;
  }

  private static List<IncidentEvent> ordered(List<IncidentEvent> events) {
    return events.stream().sorted(Comparator.comparing(IncidentEvent::at)).toList();
  }

  private static IncidentEvent later(IncidentEvent event, long seconds) {
    Instant at = event.at().plusSeconds(seconds);
    return switch (event) {
      case AlertJoined it -> new AlertJoined(at, it.alert(), it.severity());
      case CallJoined it -> new CallJoined(at, it.call(), it.watch());
      case Acknowledged it -> new Acknowledged(at, it.by());
      case DispatchAsked it -> new DispatchAsked(at, it.by());
      case Dispatched it -> new Dispatched(at, it.by());
      case Escalated it -> new Escalated(at, it.tier());
      case Resolved it -> new Resolved(at, it.by(), it.outcome());
      case FoundFalse it -> new FoundFalse(at, it.by(), it.reason());
    };
  }

  private static boolean passed(List<IncidentEvent> events) {
    return DrillResult.grade(APPROACH, ordered(events), RULE, Optional.of(KIM)).passed();
  }

  /** A step alone, the others where they were: none is better late for another's sake. */
  @Test
  void slowerIsNeverBetter() {
    Set<Boolean> grades = new HashSet<>();
    RandomLives.play(
        LIVES,
        random -> {
          List<IncidentEvent> events = exercise(random);
          // Not the alert: it is no merit of the operator's, whose time begins with it.
          int which = 1 + random.nextInt(3);
          Instant latest = which < 3 ? events.get(which + 1).at() : at(400);
          long room = Duration.between(events.get(which).at(), latest).toSeconds();
          List<IncidentEvent> slower = new ArrayList<>(events);
          slower.set(which, later(events.get(which), random.nextLong(room + 1)));
          grades.add(passed(events));
          assertFalse(passed(slower) && !passed(events), slower + " is better than " + events);
        });
    assertTrue(Long.getLong("haetae.seed") != null || grades.size() == 2, "only " + grades);
  }

  @Test
  void slowerInAllThatFollowsIsNeverBetter() {
    RandomLives.play(
        LIVES,
        random -> {
          List<IncidentEvent> events = exercise(random);
          int from = random.nextInt(4);
          long by = random.nextLong(60);
          List<IncidentEvent> slower = new ArrayList<>(events);
          slower.subList(from, slower.size()).replaceAll(event -> later(event, by));
          assertFalse(passed(slower) && !passed(events), slower + " is better than " + events);
        });
  }

  @Test
  void leavingAStepOutOrBeingCalledAgainIsNeverBetter() {
    RandomLives.play(
        LIVES,
        random -> {
          List<IncidentEvent> events = exercise(random);
          List<IncidentEvent> fewer = new ArrayList<>(events);
          fewer.remove(random.nextInt(4));
          assertFalse(passed(fewer) && !passed(events), fewer + " is better than " + events);
          List<IncidentEvent> louder = new ArrayList<>(events);
          louder.add(new Escalated(at(random.nextInt(200)), 2));
          assertFalse(passed(louder), louder.toString());
        });
  }
}
