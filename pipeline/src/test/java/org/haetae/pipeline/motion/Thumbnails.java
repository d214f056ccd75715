package org.haetae.pipeline.motion;

import org.haetae.models.picture.PlanarRgb;

/** Feeds a motion gate with painted thumbnails. */
public final class Thumbnails {
  private Thumbnails() {}

  /** The grey level of a cell. */
  @FunctionalInterface
  public interface Paint {
    int at(int column, int row);
  }

  public static int update(MotionGate gate, double seconds, Paint paint) {
    try (PlanarRgb thumbnail = new PlanarRgb(MotionGate.COLUMNS, MotionGate.ROWS)) {
      for (int row = 0; row < MotionGate.ROWS; row++) {
        for (int column = 0; column < MotionGate.COLUMNS; column++) {
          thumbnail.set(1, column, row, paint.at(column, row));
        }
      }
      return gate.update(thumbnail, seconds);
    }
  }
}
