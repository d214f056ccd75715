package org.haetae.app.evaluation.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.haetae.domain.face.FaceBox;

/** People who walk through made-up clips at ten frames a second. */
final class Scenes {
  static final Demands DEMANDS = new Demands(1e-4, 0.48, 10, 3, 24, 3);
  static final Bootstrap BOOTSTRAP = new Bootstrap(1000, 11);

  private Scenes() {}

  static TruthBox truth(int frame, float x, float height, boolean facing) {
    return new TruthBox(
        frame, box(x, height), facing, OptionalDouble.empty(), OptionalDouble.of(120));
  }

  /** Somebody with a face of that height at {@code x}, facing, in frames 0 to 9. */
  static Passage passage(String person, float x, float height) {
    List<TruthBox> boxes = new ArrayList<>();
    for (int frame = 0; frame < 10; frame++) {
      boxes.add(truth(frame, x, height, true));
    }
    return new Passage("clip.mp4", person, 10, boxes);
  }

  static FaceBox box(float x, float height) {
    return new FaceBox(x, 100, height * 0.75f, height);
  }

  static List<FoundFace> faces(float x, float height, int from, int to) {
    List<FoundFace> faces = new ArrayList<>();
    for (int frame = from; frame < to; frame++) {
      faces.add(new FoundFace(frame, box(x, height), 10, 120));
    }
    return faces;
  }

  /** So many looks, after the last of which the track stands with {@code person} like this. */
  static List<TakenLook> looks(int count, double quality, String person, double mean, double rate) {
    List<TakenLook> looks = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      looks.add(
          new TakenLook(
              i / 10.0,
              60,
              10,
              120,
              quality,
              Map.of(person, mean),
              Map.of(person, new Standing(i, mean, rate))));
    }
    return looks;
  }

  static ObservedTrack track(long id, List<FoundFace> faces, List<TakenLook> looks) {
    return new ObservedTrack(id, faces, looks, Optional.empty());
  }

  static ObservedTrack alerted(
      long id, List<FoundFace> faces, List<TakenLook> looks, String person, double seconds) {
    return new ObservedTrack(
        id, faces, looks, Optional.of(new ObservedTrack.Alert(person, seconds)));
  }

  static ClipRun run(Set<String> gallery, List<Passage> passages, List<ObservedTrack> tracks) {
    return new ClipRun("clip.mp4", gallery, DEMANDS, passages, tracks);
  }
}
