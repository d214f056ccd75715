package org.haetae.app.evaluation.clip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haetae.app.evaluation.clip.LabelledClip.Somebody;
import org.haetae.app.evaluation.video.Passage;
import org.haetae.app.evaluation.video.TruthBox;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.pipeline.capture.Frame;

/** A clip's truth, which learns from the pictures how light each face is, found or not. */
final class TruthLight {
  private final LabelledClip clip;
  private final List<Map<Integer, TruthBox>> byFrame = new ArrayList<>();

  TruthLight(LabelledClip clip) {
    this.clip = clip;
    for (Somebody somebody : clip.people()) {
      Map<Integer, TruthBox> boxes = new HashMap<>();
      somebody.boxes().forEach(box -> boxes.put(box.frame(), box));
      byFrame.add(boxes);
    }
  }

  /** Measures the faces of a frame. */
  void read(Frame frame, LightMeter meter) {
    for (Map<Integer, TruthBox> boxes : byFrame) {
      boxes.computeIfPresent(
          Math.toIntExact(frame.index()), (number, box) -> box.lit(meter.read(frame, box.box())));
    }
  }

  /**
   * @throws Problem when a box is in a frame that the recording doesn't have
   */
  void requireEnd(long frames) {
    for (int p = 0; p < clip.people().size(); p++) {
      List<TruthBox> boxes = clip.people().get(p).boxes();
      if (!boxes.isEmpty() && boxes.getLast().frame() >= frames) {
        throw new Problem(
            ExitCode.USAGE,
            "%s: people[%d].boxes[%d].frame is %d, but %s has only %d frames"
                .formatted(
                    clip.truth(),
                    p,
                    boxes.size() - 1,
                    boxes.getLast().frame(),
                    clip.name(),
                    frames));
      }
    }
  }

  /** Everybody's passages. */
  List<Passage> passages() {
    List<Passage> all = new ArrayList<>();
    for (int p = 0; p < byFrame.size(); p++) {
      Somebody somebody = clip.people().get(p);
      Map<Integer, TruthBox> lit = byFrame.get(p);
      List<TruthBox> boxes =
          somebody.boxes().stream().map(box -> lit.getOrDefault(box.frame(), box)).toList();
      all.addAll(Passage.of(clip.name(), somebody.name(), clip.fps(), boxes));
    }
    return List.copyOf(all);
  }
}
