package org.haetae.sim.clip;

import java.util.List;

/**
 * A recording in memory. Immutable, as long as nobody writes to its arrays.
 *
 * @param width pixels
 * @param height pixels
 * @param parameterSets VPS (H.265 only), SPS and PPS, in this order
 * @param units in the order of sending; the first is a keyframe
 * @param seconds one turn of the loop: the last picture is shown for as long as the average one
 */
public record Clip(
    Codec codec,
    int width,
    int height,
    List<byte[]> parameterSets,
    List<AccessUnit> units,
    double seconds) {
  public Clip {
    parameterSets = List.copyOf(parameterSets);
    units = List.copyOf(units);
    if (units.isEmpty() || !units.getFirst().keyframe()) {
      throw new IllegalArgumentException("a clip must begin with a keyframe");
    }
    if (parameterSets.isEmpty()) {
      throw new IllegalArgumentException("a clip needs its parameter sets");
    }
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("a clip must last longer than 0 s");
    }
  }

  /** Pictures a second, on average. */
  public double fps() {
    return units.size() / seconds;
  }

  /** One picture for ever: the keyframe most recently begun at unit {@code index}, repeated. */
  public Clip still(int index) {
    int key = index;
    while (!units.get(key).keyframe()) {
      key--;
    }
    AccessUnit unit = new AccessUnit(units.get(key).nals(), true, 0, 0);
    return new Clip(codec, width, height, parameterSets, List.of(unit), 1 / fps());
  }
}
