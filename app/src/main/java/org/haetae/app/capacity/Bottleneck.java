package org.haetae.app.capacity;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.haetae.pipeline.sighting.Stage;

/** Says in words what a machine ran out of. Pure. */
final class Bottleneck {
  /** A thread or a machine that is this busy has nothing left. */
  private static final double FULL = 0.85;

  private Bottleneck() {}

  static String of(Work work) {
    String most = most(work);
    if (work.total() >= FULL * work.processors()) {
      return String.format(
          Locale.ROOT,
          "the processor: %.2f of %d are used, most of it for %s",
          work.total(),
          work.processors(),
          most);
    }
    if (work.busiestShard() >= FULL) {
      return String.format(
          Locale.ROOT,
          "an analysis thread, busy %.0f %% of the time, mostly with %s: more shards would use the"
              + " %.1f idle processors",
          100 * work.busiestShard(),
          stage(work),
          work.processors() - work.total());
    }
    return String.format(
        Locale.ROOT,
        "neither the processor (%.2f of %d used) nor an analysis thread (%.0f %%): pictures come"
            + " late or in bursts, or something else runs on this machine",
        work.total(),
        work.processors(),
        100 * work.busiestShard());
  }

  private static String most(Work work) {
    double stage = work.stages().values().stream().mapToDouble(d -> d).max().orElse(0);
    if (work.receive() >= stage && work.receive() >= work.rest()) {
      return String.format(Locale.ROOT, "receiving and decoding (%.2f)", work.receive());
    }
    if (work.rest() > stage) {
      return String.format(
          Locale.ROOT, "the simulated cameras and the virtual machine (%.2f)", work.rest());
    }
    return String.format(Locale.ROOT, "%s (%.2f)", stage(work), stage);
  }

  private static String stage(Work work) {
    return work.stages().entrySet().stream()
        .max(Comparator.comparingDouble(Map.Entry<Stage, Double>::getValue))
        .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT))
        .orElse("nothing");
  }
}
