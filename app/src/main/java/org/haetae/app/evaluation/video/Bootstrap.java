package org.haetae.app.evaluation.video;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals by drawing people, with all that belongs to them, again and again with
 * replacement: looks and passages of one person are no independent trials (B. Efron and R. J.
 * Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13; R. M. Bolle, N. K. Ratha and S.
 * Pankanti, "Error analysis of pattern recognition systems – the subsets bootstrap", 2004). Every
 * interval begins with the same seed, so that the same data give the same interval.
 *
 * @param resamples at least {@value #FEWEST}
 */
public record Bootstrap(int resamples, long seed) {
  public static final int FEWEST = 1000;

  /** With fewer people the percentiles promise far more than they hold. */
  public static final int FEWEST_PEOPLE = 6;

  public Bootstrap {
    if (resamples < FEWEST) {
      throw new IllegalArgumentException(
          "a bootstrap needs at least %d resamples, not %d".formatted(FEWEST, resamples));
    }
  }

  /**
   * The interval of a statistic of {@code people}, of whom there is at least one.
   *
   * @param statistic of as many people, drawn with replacement; never NaN
   */
  public <P> Interval interval(List<P> people, ToDoubleFunction<List<P>> statistic) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[resamples];
    List<P> drawn = new ArrayList<>(people);
    for (int i = 0; i < resamples; i++) {
      drawn.replaceAll(any -> people.get(random.nextInt(people.size())));
      values[i] = statistic.applyAsDouble(drawn);
    }
    Arrays.sort(values);
    double tail = (1 - Interval.CONFIDENCE) / 2;
    double low = values[(int) Math.floor(tail * resamples)];
    double high = values[(int) Math.ceil((1 - tail) * resamples) - 1];
    return new Interval(low, high, Interval.Method.BOOTSTRAP);
  }
}
