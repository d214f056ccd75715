package org.haetae.console.site;

import java.util.OptionalDouble;

/**
 * Whether a camera can recognise anybody.
 *
 * @param words the verdict as a clause
 * @param passersBy faces that it is judged by
 * @param faceHeight their median height in pixels
 * @param pixelsPerMetre at the distance at which people were seen
 */
public record CameraFitness(
    Verdict verdict,
    String words,
    int passersBy,
    OptionalDouble faceHeight,
    OptionalDouble pixelsPerMetre) {

  /** What those faces say. */
  public enum Verdict {
    FITS,
    /** Too few people have passed to tell. */
    TOO_FEW,
    CANNOT_RECOGNISE
  }
}
