package org.haetae.pipeline.evidence;

/**
 * The scores of the looks with the largest weights, and their weighted mean. A walker who comes
 * nearer is judged by the near looks as soon as there are enough of them.
 */
final class BestLooks {
  /** At ten looks a second a newly good view rules after less than half a second. */
  private static final int KEPT = 4;

  private final double[] weights = new double[KEPT];
  private final double[] scores = new double[KEPT];
  private int count;

  /**
   * Keeps the look if it is among the best.
   *
   * @param weight from the look's quality and size, more than 0
   */
  void offer(double weight, double score) {
    int at = count < KEPT ? count++ : lightest();
    if (weight > weights[at]) {
      weights[at] = weight;
      scores[at] = score;
    }
  }

  private int lightest() {
    int lightest = 0;
    for (int i = 1; i < KEPT; i++) {
      if (weights[i] < weights[lightest]) {
        lightest = i;
      }
    }
    return lightest;
  }

  /** Weighted mean of the kept scores, 0 before the first. */
  double mean() {
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < count; i++) {
      sum += weights[i];
      weighted += weights[i] * scores[i];
    }
    return sum > 0 ? weighted / sum : 0;
  }
}
