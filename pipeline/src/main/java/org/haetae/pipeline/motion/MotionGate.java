package org.haetae.pipeline.motion;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.haetae.models.picture.PlanarRgb;

/**
 * Compares each thumbnail with a slowly following background, cell by cell. A cell moves when it
 * differs by more than the camera's own noise. One camera's; one thread at a time.
 */
public final class MotionGate {
  /** Thumbnail size; a face that is just worth looking at covers a few cells. */
  public static final int COLUMNS = 64;

  /** Rows of the thumbnail. */
  public static final int ROWS = 36;

  /** Grey levels of 255 that every sensor flickers by. */
  private static final float NOISE_FLOOR = 6;

  /** A cell's usual flicker times this counts as motion. */
  private static final float NOISE_FACTOR = 3.5f;

  /**
   * Share by which the background follows in a second; a parked car is forgotten in half a minute.
   */
  private static final double FOLLOW_PER_SECOND = 0.08;

  private final float[] background = new float[COLUMNS * ROWS];
  private final float[] flicker = new float[COLUMNS * ROWS];
  private final boolean[] moving = new boolean[COLUMNS * ROWS];
  private double lastSeconds = Double.NaN;

  /**
   * Takes in the next thumbnail.
   *
   * @param thumbnail {@link #COLUMNS} × {@link #ROWS} pixels, of which green stands for luminance
   * @param seconds media time, not before that of the last call
   * @return how many cells move
   */
  public int update(PlanarRgb thumbnail, double seconds) {
    MemorySegment green = thumbnail.plane(1);
    if (Double.isNaN(lastSeconds)) {
      for (int i = 0; i < background.length; i++) {
        background[i] = green.get(ValueLayout.JAVA_BYTE, i) & 0xFF;
      }
      lastSeconds = seconds;
      return 0;
    }
    float follow = (float) Math.min(1, FOLLOW_PER_SECOND * Math.max(0.01, seconds - lastSeconds));
    lastSeconds = seconds;
    int count = 0;
    for (int i = 0; i < background.length; i++) {
      float value = green.get(ValueLayout.JAVA_BYTE, i) & 0xFF;
      float difference = Math.abs(value - background[i]);
      moving[i] = difference > Math.max(NOISE_FLOOR, NOISE_FACTOR * flicker[i]);
      if (moving[i]) {
        count++;
      } else {
        flicker[i] += (difference - flicker[i]) * Math.min(1, follow * 4);
      }
      background[i] += (value - background[i]) * follow;
    }
    return count;
  }

  /** Whether a cell of the last thumbnail moved. */
  public boolean moves(int column, int row) {
    return moving[row * COLUMNS + column];
  }
}
