package org.haetae.models.align;

/**
 * A face turned upright in the embedder's frame: three planes of {@link #SIDE} × {@link #SIDE}
 * floats, 0 to 255, row by row. Reused from face to face by one thread.
 */
public final class AlignedFace {
  /** Pixels of each side. */
  public static final int SIDE = 112;

  private final float[][] planes = new float[3][SIDE * SIDE];

  /**
   * The samples of one colour, to read and to write.
   *
   * @param channel 0 red, 1 green, 2 blue
   */
  public float[] plane(int channel) {
    return planes[channel];
  }
}
