package org.haetae.pipeline.fit;

import org.haetae.pipeline.proximity.PersonDistance;

/**
 * What a camera must give to recognise people.
 *
 * @param faceHeight pixels that a face must have, more than 0
 * @param pixelsPerMetre that a person must have, more than 0
 * @param distance metres at which the lens must give that, more than 0
 * @param fewestTracks passers-by before small faces are the camera's fault and not chance, at least
 *     1
 */
public record FitNeeds(
    double faceHeight, double pixelsPerMetre, double distance, int fewestTracks) {
  public FitNeeds {
    if (!(faceHeight > 0 && pixelsPerMetre > 0 && distance > 0)) {
      throw new IllegalArgumentException(
          "the height of a face, the pixels per metre and the distance must be more than 0");
    }
    if (fewestTracks < 1) {
      throw new IllegalArgumentException("at least 1 passer-by is needed to tell");
    }
  }

  /**
   * Faces of 80 pixels, where the embedder has lost nothing yet (ADR 0005); 250 pixels per metre,
   * the class "identify" of EN 62676-4:2015; at 5 m, about where somebody who walks up to a door is
   * four seconds away.
   *
   * <p>Eight passers-by: where every second one comes near enough, small faces alone are chance
   * with a probability of 0.4 % after eight, and of 1.1 % at the most after any greater number (the
   * binomial distribution; the rule looks at the 90th percentile).
   */
  public static FitNeeds standard() {
    return new FitNeeds(80, 250, 5, 8);
  }

  /** The height in pixels that meets both the need of a face and the need per metre. */
  public double facePixels() {
    return Math.max(faceHeight, pixelsPerMetre * PersonDistance.FACE_HEIGHT);
  }
}
