package org.haetae.benchmarks.planning;

import java.util.Arrays;

/**
 * Ways to forecast that the house doesn't use. Each answers the expected count of each week ahead.
 */
final class Rivals {
  private Rivals() {}

  /** The mean of the newest weeks. */
  static double[] mean(double[] weeks, int newest, int ahead) {
    int from = Math.max(0, weeks.length - newest);
    double[] path = new double[ahead];
    Arrays.fill(path, Arrays.stream(weeks, from, weeks.length).average().orElse(0));
    return path;
  }

  /**
   * Holt's linear trend, damped if {@code keep} is below 1, with the parameters that fit best one
   * week ahead (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, section 8.2).
   */
  static double[] trend(double[] weeks, double keep, int ahead) {
    double best = Double.POSITIVE_INFINITY;
    double level = 0;
    double slope = 0;
    for (double alpha = 0.02; alpha <= 0.6; alpha += 0.04) {
      for (double beta = 0; beta <= 0.2; beta += 0.02) {
        int first = Math.min(8, weeks.length / 2);
        double at = Arrays.stream(weeks, 0, first).average().orElse(0);
        double by = 0;
        double squares = 0;
        for (int week = first; week < weeks.length; week++) {
          double miss = weeks[week] - at - keep * by;
          squares += miss * miss;
          at += keep * by + alpha * miss;
          by = keep * by + alpha * beta * miss;
        }
        if (squares < best) {
          best = squares;
          level = at;
          slope = by;
        }
      }
    }
    double[] path = new double[ahead];
    double weight = 1;
    for (int week = 0; week < ahead; week++) {
      weight *= keep;
      level += weight * slope;
      path[week] = Math.max(1, level);
    }
    return path;
  }
}
