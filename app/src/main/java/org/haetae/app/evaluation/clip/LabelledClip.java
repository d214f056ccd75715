package org.haetae.app.evaluation.clip;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.haetae.app.evaluation.video.TruthBox;

/**
 * A recording and who is in it.
 *
 * @param truth the file that says so, for messages
 * @param fps frames a second, constant, more than 0
 * @param width of the pictures that the boxes are measured in, where the truth says it
 */
public record LabelledClip(
    Path truth, Path video, double fps, OptionalInt width, List<Somebody> people) {
  public LabelledClip {
    people = List.copyOf(people);
  }

  /** The recording's file name. */
  public String name() {
    return video.getFileName().toString();
  }

  /**
   * A person of the clip.
   *
   * @param name the same in all clips, and the watchlist's folder of whoever is looked for
   * @param boxes by rising frame
   */
  public record Somebody(String name, List<TruthBox> boxes) {
    public Somebody {
      boxes = List.copyOf(boxes);
    }
  }
}
