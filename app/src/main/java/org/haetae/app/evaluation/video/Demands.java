package org.haetae.app.evaluation.video;

/**
 * What the pipeline demanded in a run.
 *
 * @param targetRate share of tracks of people who are not looked for that may be taken for somebody
 * @param threshold mean cosine that a track must reach
 * @param ratio sum of log-likelihood ratios that it must reach
 * @param fewestLooks looks that it must rest on
 * @param smallestFace height in pixels below which no look is taken
 * @param gallerySize identities that each track is compared with
 */
public record Demands(
    double targetRate,
    double threshold,
    double ratio,
    int fewestLooks,
    double smallestFace,
    int gallerySize) {

  /**
   * By how many powers of ten the target rate could be stricter and this still be enough; negative
   * where it isn't enough, −∞ where looks are missing.
   */
  double margin(Standing standing) {
    return standing.looks() >= fewestLooks
        ? Math.log10(targetRate) - Math.log10(standing.rate())
        : Double.NEGATIVE_INFINITY;
  }
}
