package org.haetae.app.evaluation.video;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How one condition is cut into bands.
 *
 * @param limits where the next band begins, ascending; one less than there are names
 */
public record Bands(
    String title,
    Function<Conditions, OptionalDouble> value,
    List<Double> limits,
    List<String> names) {
  public Bands {
    limits = List.copyOf(limits);
    names = List.copyOf(names);
    if (names.size() != limits.size() + 1) {
      throw new IllegalArgumentException(title + " needs one name more than limits");
    }
  }

  /** What a band is called that holds what was not measured. */
  public static final String UNKNOWN = "not measured";

  /** Face height in pixels: what a look needs, what tells, what a site is built for. */
  public static Bands height() {
    return new Bands(
        "largest face height",
        Conditions::height,
        List.of(1.0, 24.0, 48.0, 80.0),
        List.of("never facing", "below 24 px", "24–47 px", "48–79 px", "80 px and more"));
  }

  /** Degrees that the head is turned by. */
  public static Bands yaw() {
    return new Bands(
        "yaw",
        Conditions::yaw,
        List.of(15.0, 30.0, 60.0),
        List.of("below 15°", "15–29°", "30–59°", "60° and more"));
  }

  /** Mean luminance of the face. */
  public static Bands light() {
    return new Bands(
        "light on the face (luminance 0–255)",
        Conditions::light,
        List.of(50.0, 100.0, 150.0),
        List.of("below 50", "50–99", "100–149", "150 and more"));
  }

  /** The band of a value. */
  public String of(Conditions conditions) {
    OptionalDouble measured = value.apply(conditions);
    if (measured.isEmpty()) {
      return UNKNOWN;
    }
    int band = 0;
    while (band < limits.size() && measured.getAsDouble() >= limits.get(band)) {
      band++;
    }
    return names.get(band);
  }
}
