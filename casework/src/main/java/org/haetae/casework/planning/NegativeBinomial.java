package org.haetae.casework.planning;

/**
 * Counts of a Poisson process whose mean is itself gamma distributed. Without a spread it is
 * Poisson.
 *
 * @param mean at least 0
 * @param spread relative variance of the Poisson mean, the inverse of the gamma's shape; at least 0
 */
record NegativeBinomial(double mean, double spread) {
  /** Below this a gamma can't be told from its mean. */
  private static final double SURE = 1e-6;

  private static final int FEW = 64;
  private static final int MOST = 10_000_000;

  /** The probability of more than {@code count}; 1 for counts below 0. */
  double above(int count) {
    if (count < 0) {
      return 1;
    }
    if (mean <= 0) {
      return 0;
    }
    double shape = 1 / Math.max(spread, SURE);
    if (count < FEW) {
      return aboveFew(count, shape);
    }
    // DLMF 8.17.24 in the complement, so that small probabilities aren't differences.
    return IncompleteBeta.regularized(mean / (mean + shape), count + 1.0, shape);
  }

  /** One less the sum of the terms, which is quicker than a continued fraction. */
  private double aboveFew(int count, double shape) {
    double term = Math.exp(-shape * Math.log1p(mean / shape));
    double within = term;
    for (int i = 0; i < count; i++) {
      term *= (shape + i) / (i + 1) * mean / (mean + shape);
      within += term;
    }
    return Math.clamp(1 - within, 0, 1);
  }

  /** The smallest count that isn't exceeded with a probability of at least {@code share}. */
  int within(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(
          "a share must be above 0 and below 1, not %s".formatted(share));
    }
    int high = 1;
    while (above(high) > 1 - share && high < MOST) {
      high *= 2;
    }
    int low = -1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (above(middle) > 1 - share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
