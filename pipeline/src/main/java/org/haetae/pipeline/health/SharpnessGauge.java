package org.haetae.pipeline.health;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * How hard the hardest edges of a picture are: the step of luminance over one pixel by that over
 * eight, taken where each is steepest, in the patches that have edges at all. A ratio of steps does
 * not depend on light or contrast, so it can be compared between day and night. One thread at a
 * time.
 */
final class SharpnessGauge {
  /** Pixels over which an edge's whole height is measured. */
  private static final int FAR = 8;

  /** Every so many pixels of every so many rows are enough. */
  private static final int EVERY = 2;

  /** An edge's least height; below it, noise would pass for sharpness. */
  private static final int LEAST = 12;

  /** A normal distribution's 99th percentile of |x| by its median of |x|. */
  private static final double NOISE = 2.576 / 0.6745;

  /** As many patches must agree: a single one may be a speck of text that the camera writes. */
  private static final int AGREEING = 3;

  private final Histogram near = new Histogram();
  private final Histogram far = new Histogram();
  private final double[] best = new double[AGREEING];

  void begin() {
    Arrays.fill(best, 0);
  }

  /**
   * Adds a patch.
   *
   * @param stride samples from one row to the next
   */
  void add(MemorySegment plane, int stride, int width, int height) {
    near.clear();
    far.clear();
    for (int y = 0; y < height - FAR; y += EVERY) {
      for (int x = 0; x < width - FAR; x += EVERY) {
        long at = (long) y * stride + x;
        int here = sample(plane, at);
        near.add(Math.abs(here - sample(plane, at + 1)));
        near.add(Math.abs(here - sample(plane, at + stride)));
        far.add(Math.abs(here - sample(plane, at + FAR)));
        far.add(Math.abs(here - sample(plane, at + (long) FAR * stride)));
      }
    }
    int whole = far.top(SceneMeter.TOP);
    if (whole >= LEAST) {
      double noise = NOISE * near.top(0.5);
      double step = near.top(SceneMeter.TOP);
      insert(Math.sqrt(Math.max(0, step * step - noise * noise)) / whole);
    }
  }

  private void insert(double ratio) {
    if (ratio > best[0]) {
      best[0] = ratio;
      Arrays.sort(best);
    }
  }

  /** From 0 to about 1; NaN where there are not enough edges to tell. */
  double value() {
    return best[0] > 0 ? best[0] : Double.NaN;
  }

  private static int sample(MemorySegment plane, long at) {
    return plane.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
  }
}
