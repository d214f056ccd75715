package org.haetae.pipeline.flow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.haetae.domain.id.CameraId;
import org.junit.jupiter.api.Test;

class FullRateTest {
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  private static final CameraId DOOR = new CameraId("door");
  private static final CameraId GATE = new CameraId("gate");

  private final FullRate rate = new FullRate();

  @Test
  void aCameraIsHeldUntilItsEnd() {
    assertFalse(rate.holds(DOOR));
    rate.ask(List.of(DOOR), NOW.plusSeconds(60));
    rate.tick(NOW.plusSeconds(59));
    assertTrue(rate.holds(DOOR));
    assertFalse(rate.holds(GATE));
    rate.tick(NOW.plusSeconds(60));
    assertFalse(rate.holds(DOOR));
  }

  @Test
  void aLaterEndCounts() {
    rate.ask(List.of(DOOR, GATE), NOW.plusSeconds(60));
    rate.ask(List.of(DOOR), NOW.plusSeconds(90));
    rate.ask(List.of(DOOR), NOW.plusSeconds(30));
    rate.tick(NOW.plusSeconds(60));
    assertTrue(rate.holds(DOOR));
    assertFalse(rate.holds(GATE));
  }
}
