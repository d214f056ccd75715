package org.haetae.domain.measure;

/**
 * The exact interval of a binomial share. C. J. Clopper and E. S. Pearson, "The use of confidence
 * or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934). It never
 * covers less than it promises; with 0 of n its upper limit is close to 3.7 / n.
 */
public final class ClopperPearson {
  public static final double CONFIDENCE = 0.95;

  private static final int STEPS = 60;

  private ClopperPearson() {}

  /**
   * Where the true share lies with a confidence of {@value #CONFIDENCE}.
   *
   * @param low 0 to {@code high}
   * @param high up to 1
   */
  public record Limits(double low, double high) {}

  /**
   * The interval of a share of independent trials.
   *
   * @param hits 0 to {@code trials}
   * @param trials at least 1
   */
  public static Limits of(int hits, int trials) {
    if (trials < 1 || hits < 0 || hits > trials) {
      throw new IllegalArgumentException("%d of %d is no share".formatted(hits, trials));
    }
    double tail = (1 - CONFIDENCE) / 2;
    double low = hits == 0 ? 0 : solve(p -> 1 - atMost(hits - 1, trials, p) < tail);
    double high = hits == trials ? 1 : solve(p -> atMost(hits, trials, p) > tail);
    return new Limits(low, high);
  }

  @FunctionalInterface
  private interface Below {
    boolean isBelow(double share);
  }

  private static double solve(Below below) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (below.isBelow(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Probability of at most {@code k} hits. */
  static double atMost(int k, int trials, double share) {
    double sum = 0;
    double logChoose = 0;
    for (int i = 0; i <= k; i++) {
      sum += Math.exp(logChoose + i * Math.log(share) + (trials - i) * Math.log1p(-share));
      logChoose += Math.log((double) (trials - i) / (i + 1));
    }
    return Math.min(1, sum);
  }
}
