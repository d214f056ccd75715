package org.haetae.pipeline.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.TechnicalAlert;
import org.haetae.domain.health.TechnicalAlertEvent;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.jspecify.annotations.Nullable;

/**
 * When one camera's trouble becomes an alert, and when that ends. Short recoveries do not end the
 * trouble, so that a camera that comes and goes is an alert too. One thread at a time.
 */
public final class TechnicalAlertRule {
  private final CameraId camera;
  private final PlaceId place;
  private final HealthSettings settings;
  private boolean wasLive;
  private @Nullable Instant troubleSince;
  private @Nullable Instant liveSince;
  private @Nullable TechnicalAlert open;

  public TechnicalAlertRule(CameraId camera, PlaceId place, HealthSettings settings) {
    this.camera = camera;
    this.place = place;
    this.settings = settings;
  }

  /**
   * Takes in how the camera fares now; to be called several times a second.
   *
   * @return an alert that begins or ends now
   */
  public Optional<TechnicalAlertEvent> update(HealthReport report, Instant now) {
    return report.state() == CameraState.LIVE ? live(report, now) : trouble(report, now);
  }

  private Optional<TechnicalAlertEvent> live(HealthReport report, Instant now) {
    wasLive = true;
    if (liveSince == null || report.since().isAfter(liveSince)) {
      liveSince = report.since().isAfter(now) ? now : report.since();
    }
    if (troubleSince == null || now.isBefore(liveSince.plus(settings.recovery()))) {
      return Optional.empty();
    }
    troubleSince = null;
    TechnicalAlert ended = open;
    open = null;
    return ended == null
        ? Optional.empty()
        : Optional.of(new TechnicalAlertEvent.Cleared(ended, now));
  }

  private Optional<TechnicalAlertEvent> trouble(HealthReport report, Instant now) {
    liveSince = null;
    if (troubleSince == null) {
      troubleSince = report.since().isAfter(now) ? now : report.since();
    }
    TechnicalAlert alert =
        new TechnicalAlert(camera, place, report.state(), report.reason(), troubleSince);
    if (open != null) {
      open = alert;
      return Optional.empty();
    }
    boolean first = !wasLive && report.state() == CameraState.CONNECTING;
    Duration grace = first ? settings.firstGrace() : settings.grace();
    if (now.isBefore(troubleSince.plus(grace))) {
      return Optional.empty();
    }
    open = alert;
    return Optional.of(new TechnicalAlertEvent.Raised(alert, now));
  }

  /** The alert that is open now; its state and reason follow the camera's. */
  public Optional<TechnicalAlert> open() {
    return Optional.ofNullable(open);
  }
}
