package org.haetae.benchmarks.liveness;

import java.util.List;

/** Where a threshold on the network's answer lies. */
final class Thresholds {
  /** The network's own: alive is likelier than not. */
  static final double LIKELIER = 0.5;

  private Thresholds() {}

  /**
   * The highest threshold at which no more than that share of living faces is taken for attacks.
   *
   * @param live of whom there is at least one
   */
  static double refusing(double share, List<Presentation> live) {
    double[] sorted = live.stream().mapToDouble(p -> p.live().whole()).sorted().toArray();
    return sorted[(int) (share * sorted.length)];
  }
}
