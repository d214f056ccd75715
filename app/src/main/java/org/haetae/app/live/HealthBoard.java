package org.haetae.app.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.haetae.domain.health.TechnicalAlert;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthReport;

/** How the cameras fare, as the page is told. Safe for many threads. */
public final class HealthBoard {
  private final Map<CameraId, CameraHealth> cameras = new LinkedHashMap<>();
  private final Supplier<List<TechnicalAlert>> alerts;
  private final InstantSource clock;

  /**
   * @param cameras those whose health is watched
   * @param alerts the technical alerts that are open now
   */
  public HealthBoard(
      Collection<CameraHealth> cameras,
      Supplier<List<TechnicalAlert>> alerts,
      InstantSource clock) {
    cameras.forEach(health -> this.cameras.put(health.camera(), health));
    this.alerts = alerts;
    this.clock = clock;
  }

  /** Whether a camera's newest picture is the present; a camera that is not watched is believed. */
  boolean showsThePresent(CameraId camera) {
    CameraHealth health = cameras.get(camera);
    return health == null || health.state().showsThePresent();
  }

  /** What a camera sees now is what it should see; returns whether there is such a camera. */
  boolean acceptView(CameraId camera) {
    CameraHealth health = cameras.get(camera);
    if (health != null) {
      health.accept(clock.instant());
    }
    return health != null;
  }

  Map<CameraId, HealthReport> reports() {
    Map<CameraId, HealthReport> reports = new LinkedHashMap<>();
    cameras.forEach((camera, health) -> reports.put(camera, health.report()));
    return reports;
  }

  List<TechnicalAlert> alerts() {
    return alerts.get();
  }

  Instant now() {
    return clock.instant();
  }
}
