package org.haetae.models.detect;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/**
 * A network's input: red, green and blue planes of a region in the upper left corner, the rest
 * black, each side a multiple of what the network needs. Owns its memory; one thread at a time.
 */
final class ResampledInput implements AutoCloseable {
  private final int multiple;
  private final float mean;
  private final float gain;
  private final PlanarRgb pixels;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment memory;
  private final long[] shape = {1, 3, 0, 0};
  private float factorX = 1;
  private float factorY = 1;

  /**
   * @param maximumPixels after padding; larger regions are read at a smaller scale
   * @param multiple of which each side is one
   * @param mean is subtracted from each sample, 0 to 255
   * @param gain by which the difference is multiplied
   */
  ResampledInput(int maximumPixels, int multiple, float mean, float gain) {
    if (maximumPixels < multiple * multiple) {
      throw new IllegalArgumentException(
          "the detector's input must hold at least %d pixels, but is to hold %d"
              .formatted(multiple * multiple, maximumPixels));
    }
    this.multiple = multiple;
    this.mean = mean;
    this.gain = gain;
    pixels = new PlanarRgb(maximumPixels);
    memory = arena.allocate(3L * maximumPixels * Float.BYTES, 64);
  }

  /**
   * Takes in a region.
   *
   * @param wantedScale the input's pixels for one of the picture, more than 0; less where it would
   *     not fit
   */
  void read(Picture picture, Region region, float wantedScale) {
    float scale = fitting(region, wantedScale);
    int width = Math.max(1, Math.round(region.width() * scale));
    int height = Math.max(1, Math.round(region.height() * scale));
    pixels.resize(padded(width), padded(height));
    picture.read(region, width, height, pixels);
    FloatPlanes.fill(pixels, memory, mean, gain);
    shape[2] = pixels.height();
    shape[3] = pixels.width();
    factorX = (float) region.width() / width;
    factorY = (float) region.height() / height;
  }

  /** How many pixels a region would take. */
  long pixelsFor(Region region, float wantedScale) {
    float scale = fitting(region, wantedScale);
    return (long) padded(Math.round(region.width() * scale))
        * padded(Math.round(region.height() * scale));
  }

  private float fitting(Region region, float wanted) {
    float scale = wanted;
    while (!pixels.holds(
        padded(Math.round(region.width() * scale)), padded(Math.round(region.height() * scale)))) {
      scale *= 0.95f;
    }
    return scale;
  }

  private int padded(int side) {
    return Math.max(multiple, (side + multiple - 1) / multiple * multiple);
  }

  /** What was taken in last. */
  ByteBuffer buffer() {
    return memory
        .asByteBuffer()
        .slice(0, 3 * width() * height() * Float.BYTES)
        .order(ByteOrder.nativeOrder());
  }

  /** Its shape; not to be changed. */
  long[] shape() {
    return shape;
  }

  /** Padded width. */
  int width() {
    return pixels.width();
  }

  /** Padded height. */
  int height() {
    return pixels.height();
  }

  /** Pixels of the picture from left to right for one of the input. */
  float factorX() {
    return factorX;
  }

  /** The same from top to bottom. */
  float factorY() {
    return factorY;
  }

  @Override
  public void close() {
    pixels.close();
    arena.close();
  }
}
