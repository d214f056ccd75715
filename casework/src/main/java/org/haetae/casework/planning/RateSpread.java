package org.haetae.casework.planning;

/**
 * How unsure a rate is: the variance of the mean rate over some days, relative to the rate's
 * square.
 *
 * @param known of the rate today; at least 0
 * @param drift added for each day ahead, since rates wander; at least 0
 * @param noise times one day, since weeks differ by more than chance; fades as days add up
 */
public record RateSpread(double known, double drift, double noise) {
  /** A rate that is known for certain. */
  public static final RateSpread NONE = new RateSpread(0, 0, 0);

  public RateSpread {
    if (!(known >= 0) || !(drift >= 0) || !(noise >= 0)) {
      throw new IllegalArgumentException(
          "a spread can't be less than nothing: %s, %s, %s".formatted(known, drift, noise));
    }
  }

  /**
   * @param days over which the rate is meant, at least 1
   */
  public double over(int days) {
    return known + drift * days + noise / days;
  }

  /** The spread of this rate times a share that is unsure by itself. */
  RateSpread times(double share) {
    return new RateSpread(known * (1 + share) + share, drift * (1 + share), noise * (1 + share));
  }
}
