package org.haetae.casework.delivery;

import java.util.List;
import java.util.UUID;
import org.haetae.casework.SettableClock;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;

/** One notice of each kind. */
public final class SampleNotices {
  private SampleNotices() {}

  public static Notice.Threat threat() {
    return threat(Severity.DANGER);
  }

  public static Notice.Threat threat(Severity severity) {
    return new Notice.Threat(
        UUID.randomUUID(),
        SettableClock.START,
        new UUID(1, 2),
        new UUID(3, 4),
        0,
        severity,
        new OrderId("order-17"),
        new RespondentId("respondent-han"),
        new PlaceId("home"),
        new CameraId("home-door"),
        12.4,
        Trend.APPROACHING,
        SettableClock.START.minusMillis(800),
        SettableClock.START.minusMillis(100));
  }

  public static Notice.Technical technical(boolean over) {
    return new Notice.Technical(
        new UUID(7, 8), SettableClock.START, "camera-down", List.of("door", "yard"), over);
  }

  public static Notice.Canary canary() {
    return new Notice.Canary(new UUID(9, 9), SettableClock.START);
  }
}
