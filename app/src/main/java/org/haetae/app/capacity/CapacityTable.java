package org.haetae.app.capacity;

import java.time.Duration;
import java.util.Locale;
import org.haetae.pipeline.sighting.Stage;

/** Steps as the rows of a table that reads well in a terminal and in a page of notes. */
public final class CapacityTable {
  private CapacityTable() {}

  public static String header() {
    return """
    | cameras | pictures/s | latency p50 / p99 ms | turns | dropped | receive + decode | detect | other analysis | simulator, JVM | processors | holds |
    |---|---|---|---|---|---|---|---|---|---|---|\
    """;
  }

  /**
   * @param time that was measured
   */
  public static String row(Step step, Duration time) {
    Work work = step.work();
    double detect = work.stages().getOrDefault(Stage.DETECT, 0.0);
    return String.format(
        Locale.ROOT,
        "| %d | %.0f | %d / %d | %d | %d | %.2f | %.2f | %.2f | %.2f | %.2f of %d | %s |",
        step.cameras(),
        step.pictures() / (time.toNanos() / 1e9),
        step.latencyP50().toMillis(),
        step.latencyP99().toMillis(),
        step.turns(),
        step.dropped(),
        work.receive(),
        detect,
        work.analysis() - detect,
        work.rest(),
        work.total(),
        work.processors(),
        step.broken());
  }

  /** What the machine ran out of, in words. */
  public static String bottleneck(Step step) {
    return Bottleneck.of(step.work());
  }
}
