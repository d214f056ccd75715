package org.haetae.app.evaluation.video;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Somebody who is looked for passed through a clip.
 *
 * @param tracks how many tracks the pipeline made of the passage
 * @param margin by how many powers of ten the target rate could have been stricter for the same
 *     alert; negative where there was none, −∞ where this person was never compared in earnest
 * @param alertSeconds media time of the alert, where there was one
 * @param cause of the miss, where there was none
 * @param mistaken whether a track of the passage was taken for somebody else of the gallery
 * @param looks what each look at this person was worth
 */
public record MatedSearch(
    Passage passage,
    int tracks,
    double margin,
    OptionalDouble alertSeconds,
    Optional<MissCause> cause,
    boolean mistaken,
    Conditions conditions,
    List<LookResult> looks) {
  public MatedSearch {
    looks = List.copyOf(looks);
  }

  /**
   * One look at somebody who is looked for.
   *
   * @param margin by how much the look's own cosine exceeds the threshold
   */
  public record LookResult(Conditions conditions, double margin) {}

  /** Seconds from the first face that faces the camera to the alert. */
  public OptionalDouble sinceAppeared() {
    return since(passage.firstFacing());
  }

  /** Seconds from the first face of 48 pixels to the alert; negative where it came before. */
  public OptionalDouble sinceTelling() {
    return since(passage.firstTelling());
  }

  private OptionalDouble since(OptionalDouble start) {
    return alertSeconds.isPresent() && start.isPresent()
        ? OptionalDouble.of(alertSeconds.getAsDouble() - start.getAsDouble())
        : OptionalDouble.empty();
  }
}
