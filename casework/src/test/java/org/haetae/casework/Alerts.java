package org.haetae.casework;

import java.time.Duration;
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

/** Alerts as the pipeline raises them. */
public final class Alerts {
  private Alerts() {}

  public static ProximityAlert of(String order, Severity severity) {
    return of(UUID.randomUUID(), order, severity);
  }

  public static ProximityAlert of(UUID id, String order, Severity severity) {
    Sighting sighting =
        new Sighting(
            new CameraId("home-door"),
            7,
            new RespondentId("respondent-han"),
            new Evidence(4, Duration.ofMillis(300), 0.7, 0.4, 12, 9, 1e-4, 3, Optional.empty()),
            SettableClock.START.minusMillis(800),
            SettableClock.START.minusMillis(200),
            new FaceBox(10, 10, 90, 110),
            1280,
            0.1,
            new FaceCrop(new byte[3]),
            List.of());
    return new ProximityAlert(
        id,
        new OrderId(order),
        new PlaceId("home"),
        sighting,
        new Proximity(12.5, 2, 6),
        Trend.APPROACHING,
        severity,
        SettableClock.START.minusMillis(100));
  }
}
