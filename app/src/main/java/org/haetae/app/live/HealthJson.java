package org.haetae.app.live;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.haetae.app.config.Site;
import org.haetae.casework.alarm.Alarm;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.TechnicalAlert;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.place.ProtectedPlace;
import org.haetae.pipeline.fit.FitReport;
import org.haetae.pipeline.fit.FitVerdict;
import org.haetae.pipeline.health.HealthReport;
import tools.jackson.databind.json.JsonMapper;

/** The cameras' health as the page reads it; no address of a camera enters it. */
final class HealthJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Site site;
  private final HealthBoard board;

  HealthJson(Site site, HealthBoard board) {
    this.site = site;
    this.board = board;
  }

  String text() {
    Instant now = board.now();
    return MAPPER.writeValueAsString(
        Map.of(
            "cameras",
            board.reports().entrySet().stream()
                .map(entry -> camera(entry.getKey(), entry.getValue(), now))
                .toList(),
            "alerts",
            board.alerts().stream().map(alert -> alert(alert, now)).toList(),
            "alarms",
            board.alarms().stream().map(HealthJson::alarm).toList(),
            "coverGaps",
            board.gaps().stream().map(CameraId::value).toList()));
  }

  private static Map<String, Object> alarm(Alarm alarm) {
    return Map.of(
        "code", alarm.code().code(), "words", alarm.code().words(), "parts", alarm.parts());
  }

  private Map<String, Object> camera(CameraId camera, HealthReport report, Instant now) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", camera.value());
    putState(map, report.state(), report.reason(), report.since(), now);
    map.put("showsThePresent", report.state().showsThePresent());
    board.fit(camera).ifPresent(fit -> map.put("fit", fit(fit)));
    return map;
  }

  private static Map<String, Object> fit(FitReport report) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(
        "verdict",
        switch (report.verdict()) {
          case FitVerdict.Fits _ -> "fits";
          case FitVerdict.TooFew _ -> "too_few";
          case FitVerdict.CannotRecognise _ -> "cannot_recognise";
        });
    map.put("words", report.verdict().words());
    map.put("passersBy", report.tracks());
    putNumber(map, "faceHeightMedian", report.median());
    putNumber(map, "faceHeightBest", report.best());
    putNumber(map, "pixelsPerMetre", report.pixelsPerMetre());
    putNumber(map, "pixelsPerMetreByLens", report.byLens());
    return map;
  }

  /** What is not known is left out: JSON has no NaN. */
  private static void putNumber(Map<String, Object> map, String key, double value) {
    if (!Double.isNaN(value)) {
      map.put(key, Math.round(value));
    }
  }

  private Map<String, Object> alert(TechnicalAlert alert, Instant now) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("camera", alert.camera().value());
    map.put("place", placeName(alert.place()));
    putState(map, alert.state(), alert.reason(), alert.since(), now);
    return map;
  }

  private static void putState(
      Map<String, Object> map, CameraState state, String reason, Instant since, Instant now) {
    map.put("state", state.name().toLowerCase(Locale.ROOT));
    map.put("words", state.words());
    map.put("reason", reason);
    map.put("since", since.toString());
    map.put("seconds", Math.max(0, Duration.between(since, now).toSeconds()));
  }

  private String placeName(PlaceId place) {
    List<ProtectedPlace> places = site.places();
    return places.stream()
        .filter(known -> known.id().equals(place))
        .findFirst()
        .map(ProtectedPlace::name)
        .orElse(place.value());
  }
}
