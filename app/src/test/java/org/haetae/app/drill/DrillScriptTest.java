package org.haetae.app.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.app.drill.DrillScript.Arrival;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.RespondentId;
import org.haetae.sim.footage.ClipTruth;
import org.haetae.sim.footage.ClipTruth.Approach;
import org.junit.jupiter.api.Test;

class DrillScriptTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final CameraId DOOR = new CameraId("door");
  private static final CameraId STREET = new CameraId("street");
  private static final Arrival ARRIVAL =
      new Arrival(START.plusMillis(11500), new RespondentId("respondent-x"), DOOR);

  private final DrillScript script =
      new DrillScript(
          List.of(
              truth(DOOR, new Approach("respondent-x", 11.5, 20, 16, true)),
              truth(STREET, new Approach("respondent-y", 2, 9, 0, false))));

  private static ClipTruth truth(CameraId camera, Approach approach) {
    return new ClipTruth(
        camera + ".mp4",
        camera.value(),
        "home",
        1280,
        720,
        15,
        390,
        List.of(),
        List.of(approach),
        List.of());
  }

  @Test
  void somebodyComesWhenTheClipSaysSo() {
    assertEquals(Optional.empty(), script.arrived(Instant.MAX));
    script.started(STREET, START);
    assertEquals(Optional.empty(), script.arrived(Instant.MAX), "nobody who must be alerted");
    script.started(DOOR, START);
    assertEquals(Optional.empty(), script.arrived(ARRIVAL.at().minusNanos(1)));
    assertEquals(Optional.of(ARRIVAL), script.arrived(ARRIVAL.at()));
  }

  @Test
  void theFirstTimeCounts() {
    script.started(DOOR, START);
    script.started(DOOR, START.plusSeconds(26));
    assertEquals(Optional.of(ARRIVAL), script.arrived(START.plusSeconds(60)));
  }

  @Test
  void aCameraWithoutAScriptBringsNobody() {
    script.started(new CameraId("yard"), START);
    assertEquals(Optional.empty(), script.arrived(Instant.MAX));
  }
}
