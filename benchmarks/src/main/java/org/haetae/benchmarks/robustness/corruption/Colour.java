package org.haetae.benchmarks.robustness.corruption;

/** A colour, each part 0 to 255; a shaded one may lie beyond and is cut when it is painted. */
record Colour(double blue, double green, double red) {
  static Colour grey(double value) {
    return new Colour(value, value, value);
  }

  double channel(int channel) {
    return switch (channel) {
      case 0 -> blue;
      case 1 -> green;
      default -> red;
    };
  }

  Colour times(double factor) {
    return new Colour(blue * factor, green * factor, red * factor);
  }
}
