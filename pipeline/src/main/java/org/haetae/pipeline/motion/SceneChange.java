package org.haetae.pipeline.motion;

import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/**
 * Whether a key frame shows something that the ones before it didn't. One stream's; one thread at a
 * time; owns the memory of one thumbnail.
 */
public final class SceneChange implements AutoCloseable {
  /** A single moving cell is a leaf or noise. */
  private static final int FEWEST_CELLS = 2;

  private final PlanarRgb thumbnail = new PlanarRgb(MotionGate.COLUMNS, MotionGate.ROWS);
  private final MotionGate gate = new MotionGate();

  /**
   * Takes in the next key frame.
   *
   * @param seconds media time, not before that of the last one
   */
  public boolean changed(Picture picture, double seconds) {
    picture.read(Region.whole(picture), MotionGate.COLUMNS, MotionGate.ROWS, thumbnail);
    return gate.update(thumbnail, seconds) >= FEWEST_CELLS;
  }

  @Override
  public void close() {
    thumbnail.close();
  }
}
