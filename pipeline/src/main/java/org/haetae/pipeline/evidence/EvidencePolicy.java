package org.haetae.pipeline.evidence;

/**
 * How much evidence is enough.
 *
 * @param falsePositiveRate target false-positive identification rate: the share of tracks of people
 *     who are not in the gallery that may still be matched to someone in it (ISO/IEC 19795-1), more
 *     than 0 and less than ½
 * @param missRate target share of respondents' tracks that the sequential test may give up
 * @param fewestLooks looks that a sighting rests on at the least
 */
public record EvidencePolicy(double falsePositiveRate, double missRate, int fewestLooks) {
  public EvidencePolicy {
    if (!(falsePositiveRate > 0 && falsePositiveRate < 0.5)) {
      throw new IllegalArgumentException(
          "the false-positive rate must lie between 0 and 0.5, but is " + falsePositiveRate);
    }
    if (!(missRate > 0 && missRate < 0.5)) {
      throw new IllegalArgumentException(
          "the miss rate must lie between 0 and 0.5, but is " + missRate);
    }
    if (fewestLooks < 1) {
      throw new IllegalArgumentException("a sighting must rest on at least one look");
    }
  }

  /** One track in ten thousand, one miss in a hundred, three looks. */
  public static EvidencePolicy standard() {
    return new EvidencePolicy(1e-4, 0.01, 3);
  }

  /** The same with another target. */
  public EvidencePolicy withFalsePositiveRate(double rate) {
    return new EvidencePolicy(rate, missRate, fewestLooks);
  }

  /**
   * The rate that one identity may use up when {@code gallerySize} of them share the target
   * (Bonferroni).
   */
  double rateEach(int gallerySize) {
    return falsePositiveRate / Math.max(1, gallerySize);
  }

  /** The mean cosine that a track must reach against a gallery of that size. */
  public double scoreThreshold(int gallerySize) {
    return ScoreModel.impostor().exceededWith(rateEach(gallerySize));
  }

  /** Upper bound of A. Wald's sequential probability ratio test (1945): ln((1 − β) / α). */
  public double acceptBound(int gallerySize) {
    return Math.log((1 - missRate) / rateEach(gallerySize));
  }

  /**
   * The strictest target rate that a mean and a sum would still be enough for, against a gallery of
   * that size: the inverse of {@link #scoreThreshold} and {@link #acceptBound}, whichever asks for
   * more. May exceed 1 where they say nothing.
   */
  public double strictestRate(int gallerySize, double mean, double logLikelihoodRatio) {
    double byScore = ScoreModel.impostor().exceedance(mean);
    double bySum = (1 - missRate) * Math.exp(-logLikelihoodRatio);
    return Math.max(1, gallerySize) * Math.max(byScore, bySum);
  }

  /** Lower bound of the same test: ln(β / (1 − α)). */
  public double rejectBound(int gallerySize) {
    return Math.log(missRate / (1 - rateEach(gallerySize)));
  }
}
