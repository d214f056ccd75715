package org.haetae.app.soak;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What {@code /metrics} said at one moment.
 *
 * @param values by name and labels as they stand in the text
 */
record Scrape(Map<String, Double> values) {
  Scrape {
    values = Map.copyOf(values);
  }

  /** Reads the Prometheus text format 0.0.4. */
  static Scrape of(String text) {
    Map<String, Double> values = new HashMap<>();
    text.lines()
        .filter(line -> !line.startsWith("#"))
        .forEach(
            line -> {
              int space = line.lastIndexOf(' ');
              if (space > 0) {
                values.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
              }
            });
    return new Scrape(values);
  }

  /** Frames that a camera gave so far. */
  double captured(String camera) {
    return of("haetae_frames_captured_total", camera).orElse(0);
  }

  /** Seconds since its newest frame was captured; infinite where it never gave one. */
  double age(String camera) {
    double age = of("haetae_camera_last_frame_age_seconds", camera).orElse(Double.NaN);
    return Double.isNaN(age) ? Double.POSITIVE_INFINITY : age;
  }

  private OptionalDouble of(String name, String camera) {
    Double value = values.get("%s{camera=\"%s\"}".formatted(name, camera));
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
