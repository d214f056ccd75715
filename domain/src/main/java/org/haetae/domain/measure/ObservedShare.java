package org.haetae.domain.measure;

/**
 * How often something was seen to happen, and where the true share lies.
 *
 * @param hits 0 to {@code trials}
 * @param trials 0 or more
 * @param people different people among the trials; their trials are not independent
 * @param low lower limit of the interval of 95 %, 0 to {@code high}
 * @param high its upper limit, up to 1
 */
public record ObservedShare(int hits, int trials, int people, double low, double high) {
  public ObservedShare {
    if (hits < 0 || hits > trials || people < 0 || people > trials) {
      throw new IllegalArgumentException(
          "%d of %d, %d people, are no share".formatted(hits, trials, people));
    }
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException("%s to %s is no interval of shares".formatted(low, high));
    }
  }
}
