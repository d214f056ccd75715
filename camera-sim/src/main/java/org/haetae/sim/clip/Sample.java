package org.haetae.sim.clip;

import java.util.ArrayList;
import java.util.List;

/** A picture as the file times it, in seconds of the file's own scale. */
record Sample(List<byte[]> nals, boolean keyframe, double decode, double presentation) {

  /**
   * Moves the samples to a scale that begins with the first picture, and puts the parameter sets
   * before each keyframe, as cameras do, so that a reader may come in at any.
   */
  static List<AccessUnit> units(List<Sample> samples, List<byte[]> parameterSets) {
    List<AccessUnit> units = new ArrayList<>();
    for (Sample sample : samples) {
      if (sample.nals.isEmpty()) {
        continue;
      }
      List<byte[]> nals = new ArrayList<>(sample.keyframe ? parameterSets : List.of());
      nals.addAll(sample.nals);
      units.add(
          new AccessUnit(
              nals,
              sample.keyframe,
              sample.decode - samples.getFirst().decode,
              sample.presentation - samples.getFirst().presentation));
    }
    return units;
  }

  /** From the first picture to where the picture behind the last would begin. */
  static double seconds(List<Sample> samples) {
    if (samples.size() < 2) {
      return 1.0 / 25;
    }
    double span = samples.getLast().decode - samples.getFirst().decode;
    return span * samples.size() / (samples.size() - 1);
  }
}
