package org.haetae.app.capacity;

import java.util.Map;
import org.haetae.pipeline.sighting.Stage;

/**
 * Where the processor's time went, in processors: seconds of work for a second of time.
 *
 * @param receive taking in streams and decoding pictures
 * @param stages of the analysis, by what they measured themselves
 * @param busiestShard the analysis thread that had most to do, 0 to 1
 * @param rest everything else: the simulated cameras, compiler and collector
 * @param processors that this process may use
 */
public record Work(
    double receive, Map<Stage, Double> stages, double busiestShard, double rest, int processors) {
  public Work {
    stages = Map.copyOf(stages);
  }

  /** All of it. */
  public double total() {
    return receive + analysis() + rest;
  }

  /** What the shards took. */
  public double analysis() {
    return stages.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
