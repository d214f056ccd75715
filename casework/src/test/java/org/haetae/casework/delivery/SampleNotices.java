package org.haetae.casework.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.SettableClock;
import org.haetae.casework.watch.Fix;
import org.haetae.casework.watch.SosCall;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.WatchSerial;

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

  /** With a position, near one of two places. */
  public static Notice.Sos sos() {
    return sos(
        new SosCall(
            UUID.randomUUID(),
            new CaseId("case-9"),
            new WatchSerial("W-17"),
            WatchState.ISSUED,
            SettableClock.START.minusSeconds(2),
            Optional.of(64),
            Optional.of(
                new Fix(new GeoPoint(37.5665, 126.978), SettableClock.START.minusSeconds(47))),
            List.of(new PlaceId("home"), new PlaceId("work")),
            Optional.of(120.4)));
  }

  /** Of a lost watch that says nothing but that its button was pressed. */
  public static Notice.Sos bareSos() {
    return sos(
        new SosCall(
            UUID.randomUUID(),
            new CaseId("case-9"),
            new WatchSerial("W-17"),
            WatchState.LOST,
            SettableClock.START,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty()));
  }

  private static Notice.Sos sos(SosCall call) {
    return new Notice.Sos(call.id(), SettableClock.START, new UUID(1, 2), 0, call);
  }

  public static Notice.Technical technical(boolean over) {
    return new Notice.Technical(
        new UUID(7, 8), SettableClock.START, "camera-down", List.of("door", "yard"), over);
  }

  public static Notice.Canary canary() {
    return new Notice.Canary(new UUID(9, 9), SettableClock.START);
  }
}
