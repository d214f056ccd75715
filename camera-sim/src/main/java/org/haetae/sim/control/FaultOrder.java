package org.haetae.sim.control;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.camera.FaultForm;

/**
 * A fault that was asked for, and for how long; without end where the time is absent.
 *
 * @param length positive, at most a day
 */
record FaultOrder(Fault fault, Optional<Duration> length) {
  private static final double LONGEST_SECONDS = 86_400;

  /**
   * Reads {@code {"fault": "loss", "seconds": 10, "rate": 0.1}}.
   *
   * @throws IllegalArgumentException with a sentence for people
   */
  static FaultOrder read(Map<String, Object> json, FaultForm form) {
    Map<String, String> parameters = new TreeMap<>();
    json.forEach((name, value) -> parameters.put(name, String.valueOf(value)));
    String kind = parameters.remove("fault");
    if (kind == null) {
      throw new IllegalArgumentException("the key \"fault\" is missing");
    }
    Optional<Duration> length =
        Optional.ofNullable(parameters.remove("seconds")).map(FaultOrder::seconds);
    return new FaultOrder(form.read(kind, parameters), length);
  }

  private static Duration seconds(String text) {
    double seconds;
    try {
      seconds = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"seconds\" must be a number", e);
    }
    if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
      throw new IllegalArgumentException("\"seconds\" lies between 0 and 86400");
    }
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
