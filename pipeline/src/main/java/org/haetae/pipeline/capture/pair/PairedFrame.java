package org.haetae.pipeline.capture.pair;

import java.time.Instant;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the small stream in the coordinates of the large one. It is read from the large
 * picture of the same moment where more pixels are wanted than the small one has, and from the
 * small one otherwise, or when there is no large one.
 */
final class PairedFrame implements Frame {
  private final Frame small;
  private final @Nullable SharedFrame large;
  private final int width;
  private final int height;

  /**
   * @param small becomes this one's
   * @param large likewise one hold on it
   * @param width of the large stream, pixels
   * @param height of the large stream, pixels
   */
  PairedFrame(Frame small, @Nullable SharedFrame large, int width, int height) {
    this.small = small;
    this.large = large;
    this.width = width;
    this.height = height;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void read(Region region, int columns, int rows, PlanarRgb target) {
    region.requireInside(this);
    boolean enough = (long) columns * width <= (long) region.width() * small.width();
    if (large == null || enough) {
      small.read(inSmall(region), columns, rows, target);
    } else {
      large.frame().read(region, columns, rows, target);
    }
  }

  private Region inSmall(Region region) {
    float across = (float) small.width() / width;
    float down = (float) small.height() / height;
    return Region.clamped(
        region.x() * across,
        region.y() * down,
        Math.max(1, region.width() * across),
        Math.max(1, region.height() * down),
        small);
  }

  @Override
  public Instant capturedAt() {
    return small.capturedAt();
  }

  @Override
  public double mediaSeconds() {
    return small.mediaSeconds();
  }

  @Override
  public long index() {
    return small.index();
  }

  @Override
  public Frame always() {
    return small;
  }

  @Override
  public void release() {
    small.release();
    if (large != null) {
      large.release();
    }
  }
}
