package org.haetae.benchmarks.robustness.corruption;

/** A point of a picture, in pixels. */
record Spot(double x, double y) {
  double distance(Spot other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
