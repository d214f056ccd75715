package org.haetae.models.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;

/** Greedy suppression: of boxes that overlap much, the surest stays. */
public final class NonMaximumSuppression {
  private NonMaximumSuppression() {}

  /**
   * The faces that stay, surest first.
   *
   * @param faces in any order; not changed
   * @param maximumOverlap intersection over union, 0 to 1, from which on two boxes count as one
   *     face
   */
  public static List<DetectedFace> apply(List<DetectedFace> faces, float maximumOverlap) {
    return apply(faces, DetectedFace::box, DetectedFace::score, maximumOverlap);
  }

  /** The same of anything that has a box and a score. */
  static <T> List<T> apply(
      List<T> found,
      Function<? super T, FaceBox> box,
      ToDoubleFunction<? super T> score,
      float maximumOverlap) {
    if (found.size() < 2) {
      return found;
    }
    List<T> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.<T>comparingDouble(score).reversed());
    List<T> kept = new ArrayList<>();
    for (T one : sorted) {
      if (!overlapsAny(box.apply(one), kept, box, maximumOverlap)) {
        kept.add(one);
      }
    }
    return kept;
  }

  private static <T> boolean overlapsAny(
      FaceBox one, List<T> kept, Function<? super T, FaceBox> box, float maximumOverlap) {
    for (int i = 0; i < kept.size(); i++) {
      if (box.apply(kept.get(i)).overlap(one) >= maximumOverlap) {
        return true;
      }
    }
    return false;
  }
}
