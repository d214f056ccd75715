package org.haetae.app.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Looks for the largest number of cameras whose promise holds: doubles until it breaks, then halves
 * the gap until that is a tenth. Pure.
 */
public final class Ramp {
  private static final int FINENESS = 10;

  private final List<Step> steps = new ArrayList<>();
  private int held;

  /**
   * @param most cameras to try at the most
   * @param run measures one number of cameras
   */
  public static Ramp climb(int first, int most, IntFunction<Step> run) {
    Ramp ramp = new Ramp();
    int broken = ramp.upwards(first, most, run);
    while (broken - ramp.held > Math.max(1, ramp.held / FINENESS)) {
      int between = (ramp.held + broken + 1) / 2;
      if (!ramp.holds(between, run)) {
        broken = between;
      }
    }
    return ramp;
  }

  /** The least number that is known not to hold; when all hold, the number held. */
  private int upwards(int first, int most, IntFunction<Step> run) {
    for (int cameras = Math.min(first, most); ; cameras = Math.min(2 * cameras, most)) {
      if (!holds(cameras, run)) {
        return cameras;
      }
      if (cameras == most) {
        return held;
      }
    }
  }

  private boolean holds(int cameras, IntFunction<Step> run) {
    Step step = run.apply(cameras);
    steps.add(step);
    if (step.holds()) {
      held = Math.max(held, cameras);
    }
    return step.holds();
  }

  /** The most cameras whose promise held; 0 where not even the fewest did. */
  public int held() {
    return held;
  }

  /** Everything that was tried, in the order of trying. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }
}
