package org.haetae.pipeline.fit;

import org.haetae.pipeline.fit.FitVerdict.CannotRecognise;
import org.haetae.pipeline.fit.FitVerdict.Fits;
import org.haetae.pipeline.fit.FitVerdict.TooFew;

/**
 * Judges a camera. One face that was high enough shows what the camera can do; that it can't takes
 * more passers-by, since a few may just have kept away, or a lens that says so itself. What was
 * measured beats what was computed.
 */
public record FitRule(FitNeeds needs) {
  /** The best tenth of the passers-by came near; a mean would blame the camera for the others. */
  static final double BEST = 0.9;

  /**
   * The verdict.
   *
   * @param faces those of the passers-by
   * @param byLens pixels per metre that the lens gives at the needed distance, NaN while unknown
   */
  public FitVerdict judge(FaceHeights faces, double byLens) {
    double measured = faces.quantile(BEST);
    double needed = needs.facePixels();
    if (measured >= needed) {
      return new Fits(measured, needed);
    }
    boolean lensFails = byLens < needs.pixelsPerMetre();
    if (faces.tracks() >= needs.fewestTracks() || (lensFails && faces.tracks() > 0)) {
      return new CannotRecognise(
          "faces are %.0f px high, %.0f are needed".formatted(measured, needed), measured, needed);
    }
    if (lensFails) {
      return new CannotRecognise(
          "the lens gives %.0f px/m at %.0f m, %.0f are needed"
              .formatted(byLens, needs.distance(), needs.pixelsPerMetre()),
          byLens,
          needs.pixelsPerMetre());
    }
    return new TooFew(faces.tracks(), needs.fewestTracks());
  }
}
