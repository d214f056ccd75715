package org.haetae.console.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.haetae.casework.delivery.Notice;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.junit.jupiter.api.Test;

class ApproachHeatTest {
  private static final CameraId DOOR = new CameraId("door");
  private static final CameraId YARD = new CameraId("yard");
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private static Notice.Threat seen(CameraId camera, String at) {
    Instant time = Instant.parse(at);
    return new Notice.Threat(
        UUID.randomUUID(),
        time,
        UUID.randomUUID(),
        UUID.randomUUID(),
        0,
        Severity.DANGER,
        new OrderId("order-1"),
        new RespondentId("respondent-1"),
        new PlaceId("home"),
        camera,
        5,
        Trend.APPROACHING,
        time,
        time);
  }

  @Test
  void anHourIsThatOfTheSitesOwnClocks() {
    ApproachHeat heat =
        ApproachHeat.of(
            List.of(
                seen(DOOR, "2026-11-26T17:05:00Z"),
                seen(DOOR, "2026-11-25T17:59:59Z"),
                seen(DOOR, "2026-11-25T18:00:00Z"),
                seen(YARD, "2026-11-25T03:00:00Z")),
            SEOUL);
    assertEquals(2, heat.at(DOOR, 2));
    assertEquals(1, heat.at(DOOR, 3));
    assertEquals(3, heat.total(DOOR));
    assertEquals(1, heat.at(YARD, 12));
    assertEquals(4, heat.shade(DOOR, 2));
    assertEquals(2, heat.shade(DOOR, 3));
    assertEquals(0, heat.shade(YARD, 2));
    assertEquals(0, heat.total(new CameraId("none")));
  }
}
