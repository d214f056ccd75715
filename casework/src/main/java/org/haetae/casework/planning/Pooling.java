package org.haetae.casework.planning;

import java.util.Collection;

/**
 * What many stations tell of one: each station's rate is drawn from one gamma distribution whose
 * shape is estimated by the method of moments, and its own count then draws it away from the
 * others' mean (empirical Bayes: A. Gelman et al., Bayesian Data Analysis, 3rd edition, sections
 * 2.7 and 5.1). Where stations differ by no more than chance, all count as one. That the shape
 * itself is an estimate isn't reckoned with; it matters where stations are few.
 *
 * @param mean count of a station
 * @param shape how alike stations are; large where they are alike
 */
record Pooling(double mean, double shape) {
  private static final double ALIKE = 1e6;
  private static final double UNLIKE = 0.05;

  /**
   * @param counts of each station over the same days; at least one station
   */
  static Pooling of(Collection<Integer> counts) {
    double mean = counts.stream().mapToInt(Integer::intValue).average().orElseThrow();
    double squares = counts.stream().mapToDouble(count -> (count - mean) * (count - mean)).sum();
    double beyondChance = counts.size() < 2 ? 0 : squares / (counts.size() - 1) - mean;
    double shape = beyondChance <= 0 ? ALIKE : mean * mean / beyondChance;
    return new Pooling(mean, Math.clamp(shape, UNLIKE, ALIKE));
  }

  /**
   * A station's rate over the mean of all: (shape + count) / (shape + mean), the posterior mean.
   * Over all stations they add up to the number of stations.
   */
  double factor(int count) {
    return (shape + count) / (shape + mean);
  }

  /** The relative variance of that rate. */
  double spread(int count) {
    return 1 / (shape + count);
  }
}
