package org.haetae.casework.planning;

/**
 * Requests to come: Poisson at a constant rate that isn't known for certain, so the count of some
 * days is negative binomial (A. Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.6).
 *
 * @param perDay expected; at least 0
 */
public record Demand(double perDay, RateSpread spread) {
  public Demand {
    if (!(perDay >= 0) || Double.isInfinite(perDay)) {
      throw new IllegalArgumentException("nobody asks for %s watches a day".formatted(perDay));
    }
  }

  /** Requests of some days, 0 days and more. */
  public double expected(int days) {
    return perDay * days;
  }

  /**
   * The smallest number that the requests of some days don't exceed with a probability of at least
   * {@code share}; with 0.05 and 0.95 a range that holds nine times in ten.
   *
   * @param days at least 1
   * @param share above 0, below 1
   */
  public int within(int days, double share) {
    return count(perDay * days, days).within(share);
  }

  /**
   * How many of those who ask within some days count, if that many are expected.
   *
   * @param days at least 1
   */
  NegativeBinomial count(double mean, int days) {
    return new NegativeBinomial(mean, spread.over(days));
  }
}
