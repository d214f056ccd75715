package org.haetae.app.evaluation.video;

import java.util.List;

/**
 * Why somebody was missed: the last stage that any of the passage's tracks came to, in the order
 * detect, look, score, evidence.
 */
final class MissRule {
  /** What the pipeline's evidence gives the worst look for a weight; such a look tells nothing. */
  private static final double LEAST_QUALITY = 0.05;

  private MissRule() {}

  /**
   * @param tracks of the passage, none of which brought an alert for its person
   */
  static MissCause cause(Passage passage, List<ObservedTrack> tracks, Demands demands) {
    return tracks.stream()
        .map(track -> ofTrack(track, passage.person(), demands))
        .max(Enum::compareTo)
        .orElseGet(() -> unseen(passage, demands));
  }

  /** The detector is not asked for faces that no look could be taken of. */
  private static MissCause unseen(Passage passage, Demands demands) {
    double largest = passage.largestFacing();
    return largest > 0 && largest < demands.smallestFace()
        ? MissCause.TOO_SMALL
        : MissCause.NOT_DETECTED;
  }

  private static MissCause ofTrack(ObservedTrack track, String person, Demands demands) {
    long large =
        track.faces().stream()
            .filter(face -> face.box().height() >= demands.smallestFace())
            .count();
    if (large < demands.fewestLooks()) {
      return MissCause.TOO_SMALL;
    }
    long good = track.looks().stream().filter(look -> look.quality() > LEAST_QUALITY).count();
    if (good < demands.fewestLooks()) {
      return MissCause.QUALITY;
    }
    boolean alike =
        track.looks().stream()
            .map(look -> look.standings().get(person))
            .anyMatch(
                standing ->
                    standing != null
                        && standing.looks() >= demands.fewestLooks()
                        && standing.mean() >= demands.threshold());
    return alike ? MissCause.EVIDENCE : MissCause.SCORE;
  }
}
