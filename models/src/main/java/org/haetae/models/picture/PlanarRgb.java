package org.haetae.models.picture;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A reusable off-heap picture of three planes, one byte a sample, 0 to 255, rows of {@link
 * #width()} bytes without padding. Its size may change up to its capacity; its memory never does.
 * Whoever makes it closes it, once. Not safe for use by several threads at a time.
 */
public final class PlanarRgb implements AutoCloseable {
  /** SIMD readers and writers may touch up to this many bytes behind a plane's end. */
  private static final int SLACK = 64;

  private final Arena arena = Arena.ofShared();
  private final long planeCapacity;
  private final MemorySegment memory;
  private int width;
  private int height;

  /** A black picture that can hold {@code capacity} pixels. */
  public PlanarRgb(int capacity) {
    planeCapacity = (capacity + 2L * SLACK - 1) / SLACK * SLACK;
    memory = arena.allocate(3 * planeCapacity, SLACK);
  }

  /** A black picture of that size, and no larger one. */
  public PlanarRgb(int width, int height) {
    this(width * height);
    resize(width, height);
  }

  /** Changes the size; what the planes hold is undefined after it. */
  public void resize(int newWidth, int newHeight) {
    if (newWidth < 1 || newHeight < 1 || (long) newWidth * newHeight > planeCapacity - SLACK) {
      throw new IllegalArgumentException(
          "%dx%d pixels don't fit a buffer of %d"
              .formatted(newWidth, newHeight, planeCapacity - SLACK));
    }
    width = newWidth;
    height = newHeight;
  }

  /** Whether a picture of that size fits. */
  public boolean holds(int someWidth, int someHeight) {
    return (long) someWidth * someHeight <= planeCapacity - SLACK;
  }

  /**
   * Says that a picture must fit the size as it stands.
   *
   * @throws IllegalArgumentException when {@code someWidth} × {@code someHeight} does not
   */
  public void requireRoom(int someWidth, int someHeight) {
    if (someWidth > width || someHeight > height) {
      throw new IllegalArgumentException(
          "%dx%d pixels don't fit a target of %dx%d"
              .formatted(someWidth, someHeight, width, height));
    }
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /**
   * One plane's samples, row by row.
   *
   * @param channel 0 red, 1 green, 2 blue
   */
  public MemorySegment plane(int channel) {
    return memory.asSlice(channel * planeCapacity, planeCapacity);
  }

  /** One sample, 0 to 255. */
  public int sample(int channel, int x, int y) {
    return memory.get(ValueLayout.JAVA_BYTE, channel * planeCapacity + (long) y * width + x) & 0xFF;
  }

  /** Sets one sample, 0 to 255. */
  public void set(int channel, int x, int y, int value) {
    memory.set(ValueLayout.JAVA_BYTE, channel * planeCapacity + (long) y * width + x, (byte) value);
  }

  /** Makes all of it black. */
  public void clear() {
    memory.fill((byte) 0);
  }

  @Override
  public void close() {
    arena.close();
  }
}
