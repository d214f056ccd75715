package org.haetae.app.live;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.fit.FitReport;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthReport;

/** How the cameras fare, as the page is told. Safe for many threads. */
public final class HealthBoard {
  private final Map<CameraId, CameraHealth> cameras = new LinkedHashMap<>();
  private final Map<CameraId, CameraFit> fits = new LinkedHashMap<>();
  private final Supplier<List<Alarm>> alarms;
  private final InstantSource clock;

  /**
   * @param cameras those whose health is watched
   * @param fits how fit they are to recognise people
   * @param alarms all alarms about the system that are open now, those of cameras too
   */
  public HealthBoard(
      Collection<CameraHealth> cameras,
      Collection<CameraFit> fits,
      Supplier<List<Alarm>> alarms,
      InstantSource clock) {
    cameras.forEach(health -> this.cameras.put(health.camera(), health));
    fits.forEach(fit -> this.fits.put(fit.camera(), fit));
    this.alarms = alarms;
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

  /** How fit a camera is; empty for one that nobody judges. */
  Optional<FitReport> fit(CameraId camera) {
    return Optional.ofNullable(fits.get(camera)).map(CameraFit::report);
  }

  /** What is wrong besides cameras. */
  List<Alarm> alarms() {
    return alarms.get().stream().filter(alarm -> alarm.code() != AlarmCode.CAMERA_BLIND).toList();
  }
}
