package org.haetae.benchmarks.planning;

import java.util.Arrays;
import java.util.Random;

/** How a rate of requests may run; the proportions are ours. */
enum Course {
  STEADY,
  /** By 5 to 45 % a year, as the plan's figures did. */
  GROWING,
  /** Up by 40 % at once, in the last half-year of the history. */
  STEP,
  /** A fifth up and down once a year. */
  SEASONS,
  /** By about 2 % a week, in either direction. */
  WANDERING,
  /** Each week apart from the others by about a fifth. */
  NOISY;

  private static final int YEAR = 52;

  /** Expected requests of each week, between 100 and 280 to begin with. */
  double[] weeks(Random random, int history, int ahead) {
    double[] weeks = new double[history + ahead];
    Arrays.fill(weeks, 100 + random.nextDouble() * 180);
    double growth = 0.05 + 0.4 * random.nextDouble();
    int step = history - 1 - random.nextInt(YEAR / 2);
    double phase = random.nextDouble() * 2 * Math.PI;
    double wandered = 1;
    for (int week = 0; week < weeks.length; week++) {
      wandered *= Math.exp(0.02 * random.nextGaussian() - 0.0002);
      weeks[week] *=
          switch (this) {
            case STEADY -> 1;
            case GROWING -> 1 + growth * week / YEAR;
            case STEP -> week >= step ? 1.4 : 1;
            case SEASONS -> 1 + 0.2 * Math.sin(phase + 2 * Math.PI * week / YEAR);
            case WANDERING -> wandered;
            case NOISY -> Math.max(0.1, 1 + 0.22 * random.nextGaussian());
          };
    }
    return weeks;
  }

  /** A count whose expected value is {@code mean}. */
  static int poisson(Random random, double mean) {
    int count = 0;
    for (double left = mean + Math.log(1 - random.nextDouble());
        left > 0;
        left += Math.log(1 - random.nextDouble())) {
      count++;
    }
    return count;
  }
}
