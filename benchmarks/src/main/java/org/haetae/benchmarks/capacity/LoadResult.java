package org.haetae.benchmarks.capacity;

/**
 * What a load came to.
 *
 * @param captured frames that the cameras gave, with the warm-up's
 * @param superseded frames among them that a newer one overtook before they were analysed
 * @param ages of the frames after the warm-up
 * @param passesPerSecond detector passes of all cameras together
 * @param sightings matched tracks, to see that the work was really done
 * @param cores processor time for wall time, of the whole process
 */
record LoadResult(
    int cameras,
    long captured,
    long superseded,
    Ages ages,
    double passesPerSecond,
    long sightings,
    double cores) {
  /** The specification's bound for the age of a frame at its decision. */
  static final double LIMIT_MILLIS = 300;

  static String header() {
    return "| cameras | captured | superseded | analysed | age p50 / p99 ms | with a detector pass:"
        + " frames, p50 / p99 ms | passes/s | sightings | cores | holds |\n"
        + "|---|---|---|---|---|---|---|---|---|---|";
  }

  boolean holds() {
    return ages.all().percentile(0.99) <= LIMIT_MILLIS
        && ages.detected().percentile(0.99) <= LIMIT_MILLIS;
  }

  String row() {
    return "| %d | %d | %d (%.1f %%) | %d | %.0f / %.0f | %d, %.0f / %.0f | %.1f | %d | %.2f | %s |"
        .formatted(
            cameras,
            captured,
            superseded,
            100.0 * superseded / Math.max(1, captured),
            ages.all().count(),
            ages.all().percentile(0.5),
            ages.all().percentile(0.99),
            ages.detected().count(),
            ages.detected().percentile(0.5),
            ages.detected().percentile(0.99),
            passesPerSecond,
            sightings,
            cores,
            holds() ? "yes" : "no");
  }
}
