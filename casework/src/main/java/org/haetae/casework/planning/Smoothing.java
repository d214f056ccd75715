package org.haetae.casework.planning;

import java.util.List;

/**
 * Simple exponential smoothing of counts by week (R. J. Hyndman and G. Athanasopoulos, Forecasting:
 * Principles and Practice, 3rd edition, section 8.1): the forecast of every week to come is one
 * level, a mean in which a week weighs less by the factor 1 − α than the week after it. The weights
 * are made to sum to 1 (R. G. Brown, Smoothing, Forecasting and Prediction, 1963), so that the
 * first weeks need no guess. α is the one with the least squared error one week ahead.
 *
 * <p>There is no trend on purpose. Over 4, 13, 26 and 52 weeks ahead of 2,400 invented histories of
 * a year (steady, growing, with a step, with seasons, wandering, noisy) its mean error was 5.7,
 * 5.8, 6.8 and 6.8 %; with Holt's trend 5.9, 6.9, 9.8 and 13.9 %, with a damped one 5.6, 5.8, 7.1
 * and 7.9 %, with the mean of the year 10.9, 10.0, 9.7 and 9.1 %. In 91 to 95 % of them no more
 * came than the upper tenth says; of those that grow by 5 to 45 % a year 79 % after a year, of
 * those with seasons 76 % after half a year ({@code benchmarks/run planning}).
 *
 * @param perWeek the level; above 0 even where nobody ever asked
 * @param alpha how fast it forgets, 0 to {@value #FASTEST}
 * @param spread how unsure the level is
 */
record Smoothing(double perWeek, double alpha, RateSpread spread) {
  static final double FASTEST = 0.6;
  private static final double STEP = 0.02;
  private static final double WEEK = 7;

  /** The first weeks, whose errors say little; as many more are needed to choose by errors. */
  private static final int BEGINNING = 8;

  /** Where α can't be chosen. */
  private static final double UNCHOSEN = 0.2;

  /** Jeffreys' prior for a count, so that no rate is 0 for certain. */
  private static final double HALF = 0.5;

  /**
   * Relative standard deviation that a level wanders by in a year, at the least: the plan's own
   * figures grew by 8 to 45 % a year, so a quiet year doesn't promise another.
   */
  private static final double WANDERING = 0.2;

  /** A random walk's mean over some time has a third of the variance of its end. */
  private static final double THIRD = 1 / 3.0;

  private static final double LEAST_DRIFT = WANDERING * WANDERING * THIRD / 365;

  /**
   * @param weeks counts, the oldest first; at least one
   */
  static Smoothing of(List<Integer> weeks) {
    Pass best = best(weeks);
    double level = best.level();
    double beyondChance = Math.max(0, best.squaredError() - level);
    double week = (level + beyondChance) / (level * level);
    return new Smoothing(
        level,
        best.alpha(),
        new RateSpread(
            week * best.share(),
            Math.max(best.alpha() * best.alpha() * week * THIRD / WEEK, LEAST_DRIFT),
            beyondChance / (level * level) * WEEK));
  }

  private static Pass best(List<Integer> weeks) {
    if (weeks.size() < 2 * BEGINNING) {
      return Pass.over(weeks, UNCHOSEN, Math.max(1, weeks.size() / 2));
    }
    Pass best = Pass.over(weeks, 0, BEGINNING);
    for (int step = 1; step * STEP <= FASTEST; step++) {
      Pass next = Pass.over(weeks, step * STEP, BEGINNING);
      if (next.squaredError() < best.squaredError()) {
        best = next;
      }
    }
    return best;
  }

  double perDay() {
    return perWeek / WEEK;
  }

  /**
   * Once through all weeks.
   *
   * @param squaredError mean, one week ahead
   * @param share of one week's variance that the level's has: the sum of the squared weights
   */
  private record Pass(double alpha, double level, double squaredError, double share) {
    static Pass over(List<Integer> weeks, double alpha, int from) {
      double keep = 1 - alpha;
      double sum = 0;
      double weights = 0;
      double squares = 0;
      double error = 0;
      for (int i = 0; i < weeks.size(); i++) {
        if (i >= from) {
          double miss = weeks.get(i) - sum / weights;
          error += miss * miss;
        }
        sum = sum * keep + weeks.get(i);
        weights = weights * keep + 1;
        squares = squares * keep * keep + 1;
      }
      return new Pass(
          alpha,
          (sum + HALF) / weights,
          error / Math.max(1, weeks.size() - from),
          squares / (weights * weights));
    }
  }
}
