package org.haetae.app.evaluation.video;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * One person's way through a clip. Somebody who is gone for longer than the pipeline remembers a
 * lost face has two passages.
 *
 * @param fps frames a second, more than 0
 * @param boxes in time order, at least one
 */
public record Passage(String clip, String person, double fps, List<TruthBox> boxes) {
  /** As long as the pipeline remembers a lost face. */
  private static final double LONGEST_GAP_SECONDS = 10;

  /** From this face height on, in pixels, more pixels tell little more (ADR 0005). */
  public static final float TELLING_HEIGHT = 48;

  public Passage {
    boxes = List.copyOf(boxes);
  }

  /** Cuts a person's boxes, in time order, into passages. */
  public static List<Passage> of(String clip, String person, double fps, List<TruthBox> boxes) {
    List<Passage> passages = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= boxes.size(); i++) {
      if (i == boxes.size()
          || boxes.get(i).frame() - boxes.get(i - 1).frame() > LONGEST_GAP_SECONDS * fps) {
        passages.add(new Passage(clip, person, fps, boxes.subList(from, i)));
        from = i;
      }
    }
    return List.copyOf(passages);
  }

  /** Seconds from the clip's start at which the face is turned to the camera for the first time. */
  public OptionalDouble firstFacing() {
    return first(TruthBox::facing);
  }

  /** … at which it is so and {@value #TELLING_HEIGHT} pixels high for the first time. */
  public OptionalDouble firstTelling() {
    return first(box -> box.facing() && box.box().height() >= TELLING_HEIGHT);
  }

  private OptionalDouble first(Predicate<TruthBox> wanted) {
    return boxes.stream().filter(wanted).mapToDouble(box -> box.frame() / fps).findFirst();
  }

  /** The largest height of the face while it was turned to the camera, 0 where it never was. */
  public double largestFacing() {
    return boxes.stream()
        .filter(TruthBox::facing)
        .mapToDouble(box -> box.box().height())
        .max()
        .orElse(0);
  }

  /** The boxes that count for yaw and light: those that face the camera, or all if none does. */
  List<TruthBox> telling() {
    List<TruthBox> facing = boxes.stream().filter(TruthBox::facing).toList();
    return facing.isEmpty() ? boxes : facing;
  }
}
