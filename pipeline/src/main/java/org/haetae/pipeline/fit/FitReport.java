package org.haetae.pipeline.fit;

/**
 * How fit a camera is, all of one moment.
 *
 * @param tracks passers-by whose faces were seen
 * @param median of their largest face heights, pixels; NaN before the first
 * @param best height that the best tenth of them reaches, pixels; NaN before the first
 * @param pixelsPerMetre where the median passer-by was nearest, as the face shows; NaN before the
 *     first
 * @param byLens pixels per metre that the lens gives at the needed distance; NaN before the first
 *     picture
 */
public record FitReport(
    FitVerdict verdict,
    long tracks,
    double median,
    double best,
    double pixelsPerMetre,
    double byLens) {

  /** Whether nobody can be recognised by this camera. */
  public boolean isGap() {
    return verdict instanceof FitVerdict.CannotRecognise;
  }
}
