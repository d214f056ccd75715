package org.haetae.models.align;

/**
 * A face turned upright in the embedder's frame: three planes of {@link #SIDE} × {@link #SIDE}
 * floats, 0 to 255, row by row. Reused from face to face by one thread.
 */
public final class AlignedFace {
  /** Pixels of each side. */
  public static final int SIDE = 112;

  private final float[][] planes = new float[3][SIDE * SIDE];
  private final float[] warped = new float[4 * SIDE * SIDE];
  private float[] source = new float[0];

  /**
   * The samples of one colour, to read and to write.
   *
   * @param channel 0 red, 1 green, 2 blue
   */
  public float[] plane(int channel) {
    return planes[channel];
  }

  /** The aligner's scratch: the crop, four values a pixel. */
  float[] source(int size) {
    if (source.length < size) {
      source = new float[size];
    }
    return source;
  }

  /** The aligner's scratch: the aligned face, four values a pixel. */
  float[] warped() {
    return warped;
  }
}
