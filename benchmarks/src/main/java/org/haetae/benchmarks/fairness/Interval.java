package org.haetae.benchmarks.fairness;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A rate with its 95 % interval by the bootstrap over people (B. Efron, 1979): photographs of one
 * person are not independent, people are.
 */
record Interval(double rate, double low, double high) {
  private static final int RESAMPLES = 2_000;
  private static final long SEED = 20_261_127;

  /** Errors among chances of one person. */
  record Count(long errors, long chances) {}

  /**
   * @param counts of each person
   */
  static Interval of(List<Count> counts) {
    Random random = new Random(SEED);
    double[] rates = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      long errors = 0;
      long chances = 0;
      for (int j = 0; j < counts.size(); j++) {
        Count drawn = counts.get(random.nextInt(counts.size()));
        errors += drawn.errors();
        chances += drawn.chances();
      }
      rates[i] = chances == 0 ? 0 : (double) errors / chances;
    }
    Arrays.sort(rates);
    long errors = counts.stream().mapToLong(Count::errors).sum();
    long chances = counts.stream().mapToLong(Count::chances).sum();
    return new Interval(
        chances == 0 ? Double.NaN : (double) errors / chances,
        rates[(int) (0.025 * RESAMPLES)],
        rates[(int) (0.975 * RESAMPLES)]);
  }

  /** The same of a mean, one value a person. */
  static Interval ofMeans(Map<String, List<Double>> values) {
    List<Double> means =
        values.values().stream()
            .map(of -> of.stream().mapToDouble(Double::doubleValue).average().orElse(0))
            .collect(Collectors.toList());
    Random random = new Random(SEED);
    double[] drawn = new double[RESAMPLES];
    ToDoubleFunction<List<Double>> mean =
        all -> all.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < means.size(); j++) {
        sum += means.get(random.nextInt(means.size()));
      }
      drawn[i] = sum / means.size();
    }
    Arrays.sort(drawn);
    return new Interval(
        mean.applyAsDouble(means),
        drawn[(int) (0.025 * RESAMPLES)],
        drawn[(int) (0.975 * RESAMPLES)]);
  }

  /** In percent. */
  String percent() {
    return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", 100 * rate, 100 * low, 100 * high);
  }

  /** As it is. */
  String plain() {
    return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", rate, low, high);
  }
}
