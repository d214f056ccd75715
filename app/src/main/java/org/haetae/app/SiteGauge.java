package org.haetae.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.haetae.app.config.Site;
import org.haetae.app.config.Site.SiteCamera;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.cover.CameraCover;
import org.haetae.casework.cover.CameraCover.Fitness;
import org.haetae.casework.cover.FaceCover;
import org.haetae.casework.cover.GapKind;
import org.haetae.casework.cover.HouseFault;
import org.haetae.casework.cover.SiteReading;
import org.haetae.casework.order.OrderFile;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.TechnicalAlert;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.fit.FitVerdict;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthReport;

/** Measures what the running site is worth to those whom it protects. For one thread. */
final class SiteGauge {
  private static final Map<AlarmCode, GapKind> FAULTS =
      new EnumMap<>(
          Map.of(
              AlarmCode.NOBODY_ON_DUTY, GapKind.NO_OPERATOR,
              AlarmCode.CHANNEL_FAILING, GapKind.CHANNEL_FAILING,
              AlarmCode.CANARY_LATE, GapKind.CANARY_LATE));

  private final Site site;
  private final Map<CameraId, CameraHealth> health;
  private final Map<CameraId, CameraFit> fit;
  private final Supplier<List<TechnicalAlert>> technical;
  private final Map<CameraId, CameraCover> lastCameras = new HashMap<>();
  private Map<HouseFault, Instant> lastFaults = Map.of();

  /**
   * @param technical the cameras' alerts that are open; a camera that is away for a moment, as at
   *     the end of a recording, has none
   */
  SiteGauge(
      Site site,
      Map<CameraId, CameraHealth> health,
      Map<CameraId, CameraFit> fit,
      Supplier<List<TechnicalAlert>> technical) {
    this.site = site;
    this.technical = technical;
    this.health = health;
    this.fit = fit;
  }

  /**
   * @param orders that have not ended
   * @param held orders whose respondent is looked for
   * @param poor those of them whose face is poor
   * @param alarms that are open
   */
  SiteReading read(
      List<OrderFile> orders,
      Set<OrderId> held,
      Set<OrderId> poor,
      List<Alarm> alarms,
      Instant now) {
    Set<String> unapproved =
        alarms.stream()
            .filter(alarm -> alarm.code() == AlarmCode.FACE_UNAPPROVED)
            .flatMap(alarm -> alarm.parts().stream())
            .collect(Collectors.toSet());
    List<SiteReading.Face> faces =
        orders.stream()
            .map(order -> order.issued().id())
            .map(id -> new SiteReading.Face(id, face(id, held, poor, unapproved)))
            .toList();
    return new SiteReading(cameras(now), faces, faults(alarms, now));
  }

  private static FaceCover face(
      OrderId id, Set<OrderId> held, Set<OrderId> poor, Set<String> unapproved) {
    if (held.contains(id)) {
      return poor.contains(id) ? FaceCover.POOR : FaceCover.GOOD;
    }
    return unapproved.contains(id.value()) ? FaceCover.UNAPPROVED : FaceCover.MISSING;
  }

  private List<SiteReading.Guard> cameras(Instant now) {
    Set<CameraId> away =
        technical.get().stream().map(TechnicalAlert::camera).collect(Collectors.toSet());
    List<SiteReading.Guard> all = new ArrayList<>();
    for (SiteCamera camera : site.cameras()) {
      CameraId id = camera.camera().id();
      CameraHealth its = health.get(id);
      CameraFit fitness = fit.get(id);
      if (its != null && fitness != null) {
        CameraCover cover =
            cover(id, its.report(), away.contains(id), fitness.report().verdict(), now);
        lastCameras.put(id, cover);
        all.add(new SiteReading.Guard(camera.camera().place(), cover));
      }
    }
    return all;
  }

  private CameraCover cover(
      CameraId id, HealthReport report, boolean away, FitVerdict verdict, Instant now) {
    CameraState state = away ? report.state() : CameraState.LIVE;
    Fitness fitness =
        switch (verdict) {
          case FitVerdict.Fits _ -> Fitness.PROVEN;
          case FitVerdict.TooFew _ -> Fitness.UNPROVEN;
          case FitVerdict.CannotRecognise _ -> Fitness.TOO_COARSE;
        };
    CameraCover before = lastCameras.get(id);
    if (before == null || before.state() != state) {
      return new CameraCover(id, state, fitness, away ? report.since() : now);
    }
    Instant since = before.fitness() == fitness ? before.since() : now;
    return new CameraCover(id, state, fitness, since);
  }

  private List<HouseFault> faults(List<Alarm> alarms, Instant now) {
    Map<HouseFault, Instant> next = new HashMap<>();
    for (Alarm alarm : alarms) {
      GapKind kind = FAULTS.get(alarm.code());
      if (kind != null && !alarm.over()) {
        for (String part : alarm.parts()) {
          // The key has no time of its own, so that the fault keeps the time at which it began.
          HouseFault key = new HouseFault(kind, part, Instant.EPOCH);
          next.put(key, lastFaults.getOrDefault(key, now));
        }
      }
    }
    lastFaults = next;
    return next.entrySet().stream()
        .map(
            fault ->
                new HouseFault(fault.getKey().kind(), fault.getKey().about(), fault.getValue()))
        .sorted((one, two) -> one.toString().compareTo(two.toString()))
        .toList();
  }
}
