package org.haetae.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.Proximity;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.sim.footage.ClipTruth;
import org.haetae.sim.footage.ClipTruth.Approach;
import org.junit.jupiter.api.Test;

class RefereeTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final CameraId DOOR = new CameraId("door");

  private final Referee referee =
      new Referee(
          List.of(
              new ClipTruth(
                  "door.mp4",
                  "door",
                  "home",
                  1280,
                  720,
                  15,
                  300,
                  List.of(),
                  List.of(new Approach("han", 5, 15, 8, true)),
                  List.of())));

  @Test
  void anAlertInTimeIsFound() {
    referee.started(DOOR, START);
    referee.alerted(alert("han", 8.7));
    Verdict verdict = referee.verdict(at(12), _ -> true);
    assertTrue(verdict.isClean());
    assertEquals(0.7, verdict.found().getFirst().seconds(), 1e-6);
  }

  @Test
  void aLateAlertIsNotClean() {
    referee.started(DOOR, START);
    referee.alerted(alert("han", 9.4));
    assertFalse(referee.verdict(at(12), _ -> true).isClean());
  }

  @Test
  void aMissedApproachIsNotClean() {
    referee.started(DOOR, START);
    assertEquals(List.of("han at door"), referee.verdict(at(12), _ -> true).missed());
  }

  @Test
  void nobodyIsMissedWhoseOrderHasEnded() {
    referee.started(DOOR, START);
    assertTrue(referee.verdict(at(12), who -> !who.value().equals("han")).isClean());
  }

  @Test
  void anApproachWhoseTimeIsNotOverDoesNotCount() {
    referee.started(DOOR, START);
    assertTrue(referee.verdict(at(8.5), _ -> true).isClean());
  }

  @Test
  void anybodyElseIsAFalseAlert() {
    referee.started(DOOR, START);
    referee.alerted(alert("han", 8.2));
    referee.alerted(alert("seo", 8.2));
    referee.alerted(alert("han", 17));
    assertEquals(
        List.of("seo at door", "han at door"), referee.verdict(at(18), _ -> true).falseAlerts());
  }

  @Test
  void eachRunOfTheClipIsJudged() {
    referee.started(DOOR, START);
    referee.started(DOOR, at(20));
    referee.alerted(alert("han", 8.2));
    assertEquals(1, referee.verdict(at(40), _ -> true).missed().size());
  }

  private static Instant at(double seconds) {
    return START.plusNanos(Math.round(seconds * 1e9));
  }

  private static ProximityAlert alert(String who, double seconds) {
    Sighting sighting =
        new Sighting(
            DOOR,
            1,
            new RespondentId(who),
            new Evidence(3, Duration.ofMillis(500), 0.6, 0.5, 12, 10, 1e-4, 2, Optional.empty()),
            at(seconds - 1),
            at(seconds),
            new FaceBox(0, 0, 50, 60),
            1280,
            0.1,
            new FaceCrop(new byte[0]),
            List.of());
    return new ProximityAlert(
        new UUID(0, 1),
        new OrderId("order"),
        new PlaceId("home"),
        sighting,
        new Proximity(10, 2, 5),
        Trend.APPROACHING,
        Severity.DANGER,
        at(seconds));
  }
}
