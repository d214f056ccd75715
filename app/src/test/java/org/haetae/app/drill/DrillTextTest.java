package org.haetae.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.FalseAlarmReason;
import org.haetae.casework.incident.IncidentEvent;
import org.haetae.casework.incident.IncidentEvent.Acknowledged;
import org.haetae.casework.incident.IncidentEvent.AlertJoined;
import org.haetae.casework.incident.IncidentEvent.DispatchAsked;
import org.haetae.casework.incident.IncidentEvent.Dispatched;
import org.haetae.casework.incident.IncidentEvent.Escalated;
import org.haetae.casework.incident.IncidentEvent.FoundFalse;
import org.haetae.casework.incident.IncidentEvent.Resolved;
import org.haetae.casework.training.DrillResult;
import org.haetae.casework.training.DrillRule;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;

class DrillTextTest {
  private static final Instant APPROACH = Instant.parse("2026-03-01T12:00:00Z");
  private static final UserId KIM = new UserId("kim");
  private static final UserId LEE = new UserId("lee");
  private static final DrillText TEXT =
      new DrillText(
          ZoneId.of("Asia/Seoul"),
          List.of(
              new Tier("operator", Duration.ZERO, List.of("console")),
              new Tier("supervisor", Duration.ofSeconds(30), List.of("console"))));
  private static final DrillRule RULE =
      new DrillRule(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofMinutes(5));
  private static final IncidentEvent ALERT =
      new AlertJoined(at(6250), new UUID(0, 1), Severity.DANGER);

  private static Instant at(long millis) {
    return APPROACH.plusMillis(millis);
  }

  private static List<String> table(IncidentEvent... events) {
    return TEXT.table(DrillResult.grade(APPROACH, List.of(events), RULE, Optional.of(KIM)));
  }

  private static String line(IncidentEvent event) {
    return TEXT.line(event, false, Optional.of(Duration.between(APPROACH, event.at())));
  }

  @Test
  void aPassedExerciseIsATableAndItsGrade() {
    assertEquals(
        List.of(
            "step                                took   allowed",
            "came into view -> alert            6.3 s    10.0 s  passed",
            "alert -> seen by a person          3.8 s    30.0 s  passed",
            "seen -> patrol sent                5.0 s    46.3 s  passed",
            "patrol sent -> closed             60.0 s   341.3 s  passed",
            "The exercise was PASSED."),
        table(
            ALERT,
            new Acknowledged(at(10000), KIM),
            new Dispatched(at(15000), KIM),
            new Resolved(at(75000), KIM, "gone")));
  }

  @Test
  void whatNobodyDidIsNeverAndTheEscalationIsNamed() {
    assertEquals(
        List.of(
            "step                                took   allowed",
            "came into view -> alert            6.3 s    10.0 s  passed",
            "alert -> seen by a person          never    30.0 s  FAILED",
            "seen -> patrol sent                never    50.0 s  FAILED",
            "patrol sent -> closed              never   350.0 s  FAILED",
            "FAILED: nobody had answered in time, so the supervisor was told at 21:00:36",
            "FAILED: nobody had answered in time, so the supervisor was told at 21:01:06",
            "The exercise was FAILED."),
        table(ALERT, new Escalated(at(36500), 1), new Escalated(at(66500), 2)));
  }

  @Test
  void aMissingAlertIsNotTheOperatorsFault() {
    List<String> lines = table();
    assertEquals("came into view -> alert            never    10.0 s  FAILED", lines.get(1));
    assertEquals(
        "The alert is Haetae's own part: what is late there is no fault of the operator's.",
        lines.get(lines.size() - 2));
  }

  @Test
  void wrongStepsAreSaid() {
    List<String> lines =
        table(
            ALERT,
            new Acknowledged(at(7000), LEE),
            new FoundFalse(at(8000), KIM, FalseAlarmReason.ANOTHER_PERSON));
    assertEquals(
        List.of(
            "FAILED: \"alert -> seen by a person\" was done by lee and not by the trainee",
            "FAILED: kim closed it as a false alarm (another-person), but the respondent really was"
                + " there"),
        lines.subList(5, 7));
    assertEquals(
        "FAILED: kim closed it as a drill; an exercise is worked to its end like a real incident",
        table(
                ALERT,
                new Acknowledged(at(7000), KIM),
                new FoundFalse(at(8000), KIM, FalseAlarmReason.DRILL))
            .get(5));
    assertEquals(
        "FAILED: the alert came before anybody did: this exercise says nothing; run it again",
        table(new AlertJoined(at(-1), new UUID(0, 1), Severity.DANGER)).get(5));
  }

  @Test
  void eachEventIsALineWithTheClockAndTheTimeSinceTheApproach() {
    assertEquals(
        "21:00:00     0.0 s  respondent-x comes into view of door",
        TEXT.comes(
            new DrillScript.Arrival(
                APPROACH, new RespondentId("respondent-x"), new CameraId("door"))));
    assertEquals(
        "21:00:06     6.3 s  alert: danger",
        TEXT.line(ALERT, true, Optional.of(Duration.ofMillis(6250))));
    assertEquals("21:00:06            alert: danger", TEXT.line(ALERT, true, Optional.empty()));
    assertEquals("21:00:06     6.3 s  alert again: danger", line(ALERT));
    assertEquals("21:00:10    10.0 s  seen by kim", line(new Acknowledged(at(10000), KIM)));
    assertEquals(
        "21:00:10    10.0 s  kim asks for a patrol; a second person must agree",
        line(new DispatchAsked(at(10000), KIM)));
    assertEquals("21:00:10    10.0 s  patrol sent by lee", line(new Dispatched(at(10000), LEE)));
    assertEquals(
        "21:00:36    36.0 s  NOBODY HAS ANSWERED: told now: supervisor",
        line(new Escalated(at(36000), 3)));
    assertEquals(
        "21:01:06    66.0 s  closed by kim: gone away",
        line(new Resolved(at(66000), KIM, "gone\n\u001baway")));
    assertEquals(
        "21:01:06    66.0 s  closed by kim as a false alarm: lawful-presence",
        line(new FoundFalse(at(66000), KIM, FalseAlarmReason.LAWFUL_PRESENCE)));
  }
}
