package org.haetae.app.evaluation.video;

import java.util.Map;

/**
 * A look that was compared with the gallery.
 *
 * @param seconds from the clip's start
 * @param height of the face in pixels
 * @param yaw degrees, from the landmarks
 * @param light mean luminance of the face, 0 to 255
 * @param quality unified quality, 0 to 1
 * @param scores cosine with those people of the gallery who are in the clip
 * @param standings how the track stood after it with whom it was compared in earnest
 */
public record TakenLook(
    double seconds,
    double height,
    double yaw,
    double light,
    double quality,
    Map<String, Double> scores,
    Map<String, Standing> standings) {
  public TakenLook {
    scores = Map.copyOf(scores);
    standings = Map.copyOf(standings);
  }
}
