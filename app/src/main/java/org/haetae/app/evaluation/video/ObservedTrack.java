package org.haetae.app.evaluation.video;

import java.util.List;
import java.util.Optional;

/**
 * What the pipeline made of one face, over all its frames.
 *
 * @param id unique within a run
 * @param alert what it said, if anything
 */
public record ObservedTrack(
    long id, List<FoundFace> faces, List<TakenLook> looks, Optional<Alert> alert) {
  public ObservedTrack {
    faces = List.copyOf(faces);
    looks = List.copyOf(looks);
  }

  /**
   * Somebody of the gallery was recognised.
   *
   * @param seconds media time of the look that decided, from the clip's start
   */
  public record Alert(String person, double seconds) {}
}
