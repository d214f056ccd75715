package org.haetae.benchmarks.bound;

import java.util.Arrays;

/**
 * Two pieces of work in turn, in one process, so that whatever else the machine does falls on both.
 * What is said of them is a ratio: their times alone say more about the machine's other work.
 */
final class Interleaved {
  private final double[] ours;
  private final double[] bare;
  private final double[] ratios;

  private Interleaved(double[] ours, double[] bare, double[] ratios) {
    this.ours = ours;
    this.bare = bare;
    this.ratios = ratios;
  }

  /**
   * Runs both {@code warmUp} times unmeasured, then {@code pairs} times; who goes first changes
   * from pair to pair, since the second finds the caches as the first left them.
   */
  static Interleaved run(Runnable ours, Runnable bare, int warmUp, int pairs) {
    for (int i = 0; i < warmUp; i++) {
      ours.run();
      bare.run();
    }
    double[] a = new double[pairs];
    double[] b = new double[pairs];
    double[] ratios = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      if (i % 2 == 0) {
        a[i] = millis(ours);
        b[i] = millis(bare);
      } else {
        b[i] = millis(bare);
        a[i] = millis(ours);
      }
      ratios[i] = a[i] / b[i];
    }
    Arrays.sort(a);
    Arrays.sort(b);
    Arrays.sort(ratios);
    return new Interleaved(a, b, ratios);
  }

  static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  double oursMillis() {
    return at(ours, 0.5);
  }

  double bareMillis() {
    return at(bare, 0.5);
  }

  /**
   * Ours against bare where each had the machine to itself: the ratio of their tenth percentiles.
   */
  double quietRatio() {
    return at(ours, 0.1) / at(bare, 0.1);
  }

  /** The ratio of the pairs at {@code share} of them, 0 the least to 1 the largest. */
  double ratio(double share) {
    return at(ratios, share);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
