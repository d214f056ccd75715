package org.haetae.benchmarks.robustness;

import java.util.Arrays;
import java.util.Random;

/**
 * Counts of hits by pair of people (probe's, enrolled one's; both the same for what concerns one),
 * and the share of hits with an interval.
 *
 * <p>Faces of one person are no independent draws, so the interval is the percentile bootstrap over
 * people (B. Efron, 1979): people are drawn with repetition, a pair counts as often as both of its
 * people were drawn. Where all people agree that is no interval at all, so it is never taken
 * narrower than Wilson's (1927) for as many independent draws as there were probes.
 */
final class Tally {
  private static final int DRAWS = 2000;
  private static final double Z = 1.959964;

  private final int people;
  private final long[][] hits;
  private final long[][] all;

  Tally(int people) {
    this.people = people;
    this.hits = new long[people][people];
    this.all = new long[people][people];
  }

  void count(int probe, int enrolled, boolean hit) {
    all[probe][enrolled]++;
    hits[probe][enrolled] += hit ? 1 : 0;
  }

  /**
   * The share of hits.
   *
   * @param probes how many pictures the counts come from
   */
  Rate rate(int probes, long seed) {
    Rate drawn = drawn(seed);
    if (Double.isNaN(drawn.share())) {
      return drawn;
    }
    double share = drawn.share();
    double middle = (share + Z * Z / (2 * probes)) / (1 + Z * Z / probes);
    double half =
        Z
            / (1 + Z * Z / probes)
            * Math.sqrt(share * (1 - share) / probes + Z * Z / (4.0 * probes * probes));
    return new Rate(
        share,
        Math.clamp(middle - half, 0, drawn.low()),
        Math.clamp(middle + half, drawn.high(), 1));
  }

  /**
   * The same by the bootstrap alone, for shares of many pairs, for which probes are no measure;
   * where there is no hit it says nothing.
   */
  Rate drawn(long seed) {
    int[] once = new int[people];
    Arrays.fill(once, 1);
    double share = share(once);
    if (Double.isNaN(share)) {
      return new Rate(share, share, share);
    }
    double[] shares = new double[DRAWS];
    Random random = new Random(seed);
    int kept = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] weights = new int[people];
      for (int i = 0; i < people; i++) {
        weights[random.nextInt(people)]++;
      }
      double value = share(weights);
      if (!Double.isNaN(value)) {
        shares[kept++] = value;
      }
    }
    Arrays.sort(shares, 0, kept);
    return new Rate(share, shares[(int) (0.025 * kept)], shares[(int) (0.975 * kept)]);
  }

  private double share(int[] weights) {
    double hit = 0;
    double total = 0;
    for (int i = 0; i < people; i++) {
      for (int j = 0; j < people; j++) {
        double weight = i == j ? weights[i] : (double) weights[i] * weights[j];
        hit += weight * hits[i][j];
        total += weight * all[i][j];
      }
    }
    return total > 0 ? hit / total : Double.NaN;
  }
}
