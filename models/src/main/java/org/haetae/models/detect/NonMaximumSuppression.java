package org.haetae.models.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.haetae.domain.face.DetectedFace;

/** Greedy suppression: of boxes that overlap much, the surest stays. */
public final class NonMaximumSuppression {
  private static final Comparator<DetectedFace> SUREST_FIRST =
      Comparator.comparingDouble(DetectedFace::score).reversed();

  private NonMaximumSuppression() {}

  /**
   * The faces that stay, surest first.
   *
   * @param faces in any order; not changed
   * @param maximumOverlap intersection over union, 0 to 1, from which on two boxes count as one
   *     face
   */
  public static List<DetectedFace> apply(List<DetectedFace> faces, float maximumOverlap) {
    if (faces.size() < 2) {
      return faces;
    }
    List<DetectedFace> sorted = new ArrayList<>(faces);
    sorted.sort(SUREST_FIRST);
    List<DetectedFace> kept = new ArrayList<>();
    for (DetectedFace face : sorted) {
      if (!overlapsAny(face, kept, maximumOverlap)) {
        kept.add(face);
      }
    }
    return kept;
  }

  private static boolean overlapsAny(
      DetectedFace face, List<DetectedFace> kept, float maximumOverlap) {
    for (int i = 0; i < kept.size(); i++) {
      if (kept.get(i).box().overlap(face.box()) >= maximumOverlap) {
        return true;
      }
    }
    return false;
  }
}
