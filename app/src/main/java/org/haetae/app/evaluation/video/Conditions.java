package org.haetae.app.evaluation.video;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Under which conditions somebody was to be recognised.
 *
 * @param height largest face height in pixels, 0 for a face that never faced the camera
 * @param yaw median of |yaw| in degrees
 * @param light median luminance of the face, 0 to 255
 */
public record Conditions(OptionalDouble height, OptionalDouble yaw, OptionalDouble light) {

  /** By the truth; yaw by the found faces where the truth says nothing of it. */
  static Conditions of(Passage passage, List<ObservedTrack> tracks) {
    List<TruthBox> telling = passage.telling();
    boolean known = telling.stream().allMatch(box -> box.yaw().isPresent());
    DoubleStream yaws =
        known
            ? telling.stream().mapToDouble(box -> box.yaw().orElseThrow())
            : tracks.stream().flatMap(track -> track.faces().stream()).mapToDouble(FoundFace::yaw);
    return new Conditions(
        OptionalDouble.of(passage.largestFacing()),
        median(yaws.map(Math::abs)),
        median(telling.stream().flatMapToDouble(box -> box.light().stream())));
  }

  /** By what was found. */
  static Conditions of(ObservedTrack track) {
    return new Conditions(
        track.faces().stream().mapToDouble(face -> face.box().height()).max(),
        median(track.faces().stream().mapToDouble(face -> Math.abs(face.yaw()))),
        median(track.faces().stream().mapToDouble(FoundFace::light)));
  }

  /** By a look. */
  static Conditions of(TakenLook look) {
    return new Conditions(
        OptionalDouble.of(look.height()),
        OptionalDouble.of(Math.abs(look.yaw())),
        OptionalDouble.of(look.light()));
  }

  /** The middle one, or the mean of the middle two. */
  static OptionalDouble median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int n = sorted.length;
    return n == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
  }
}
