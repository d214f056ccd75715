package org.haetae.pipeline.evidence;

/** A normal distribution. */
public record Normal(double mean, double deviation) {
  private static final double LOG_SQRT_2PI = 0.5 * Math.log(2 * Math.PI);

  /** Natural logarithm of the density at {@code x}. */
  public double logDensity(double x) {
    double z = (x - mean) / deviation;
    return -0.5 * z * z - Math.log(deviation) - LOG_SQRT_2PI;
  }

  /** Probability that {@code x} is exceeded. */
  public double exceedance(double x) {
    double z = (x - mean) / deviation;
    return z >= 0 ? upperTail(z) : 1 - upperTail(-z);
  }

  /**
   * The value that is exceeded with probability {@code tail}, more than 0 and at most ½. Solved by
   * bisection on {@link #upperTail}, which is plenty for something computed when a gallery changes.
   */
  public double exceededWith(double tail) {
    double low = 0;
    double high = 40;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (upperTail(middle) > tail) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return mean + deviation * low;
  }

  /**
   * Probability that a standard normal variable exceeds {@code z} ≥ 0, by the continued fraction of
   * Laplace (M. Abramowitz and I. Stegun, 26.2.14) for large z and by its series (26.2.10) for
   * small.
   */
  static double upperTail(double z) {
    double density = Math.exp(-0.5 * z * z - LOG_SQRT_2PI);
    if (z > 3) {
      double fraction = z;
      for (int k = 60; k >= 1; k--) {
        fraction = z + k / fraction;
      }
      return density / fraction;
    }
    double term = z;
    double sum = z;
    for (int n = 1; n < 100; n++) {
      term *= -z * z * (2 * n - 1) / (2.0 * n * (2 * n + 1));
      sum += term;
    }
    return 0.5 - sum * Math.exp(-LOG_SQRT_2PI);
  }
}
