package org.haetae.pipeline.health;

import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/** A grey picture in memory that can be painted, turned away, lit and blurred. Immutable. */
final class Still implements Picture {
  private final int width;
  private final int height;
  private final int[] grey;

  private Still(int width, int height, int[] grey) {
    this.width = width;
    this.height = height;
    this.grey = grey;
  }

  /** The luminance at a place. */
  @FunctionalInterface
  interface Paint {
    double at(int x, int y);
  }

  static Still of(int width, int height, Paint paint) {
    int[] grey = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        grey[y * width + x] = (int) Math.clamp(Math.round(paint.at(x, y)), 0L, 255L);
      }
    }
    return new Still(width, height, grey);
  }

  static Still of(Picture picture) {
    try (PlanarRgb pixels = new PlanarRgb(picture.width(), picture.height())) {
      picture.read(Region.whole(picture), picture.width(), picture.height(), pixels);
      return of(picture.width(), picture.height(), (x, y) -> pixels.sample(1, x, y));
    }
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  int at(int x, int y) {
    return grey[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
  }

  Still with(Paint paint) {
    return of(width, height, paint);
  }

  /** Looks that far to the right and down; what was beyond the edge is mirrored. */
  Still turned(int right, int down) {
    return with((x, y) -> at(mirrored(x + right, width), mirrored(y + down, height)));
  }

  private static int mirrored(int at, int size) {
    int inside = Math.floorMod(at, 2 * size);
    return inside < size ? inside : 2 * size - 1 - inside;
  }

  /** Out of focus by a square of that many pixels to each side, twice. */
  Still blurred(int radius) {
    return spread(radius, true).spread(radius, false).spread(radius, true).spread(radius, false);
  }

  private Still spread(int radius, boolean across) {
    return with(
        (x, y) -> {
          int sum = 0;
          for (int i = -radius; i <= radius; i++) {
            sum += across ? at(x + i, y) : at(x, y + i);
          }
          return (double) sum / (2 * radius + 1);
        });
  }

  @Override
  public void read(Region region, int toWidth, int toHeight, PlanarRgb target) {
    for (int y = 0; y < toHeight; y++) {
      int top = region.y() + y * region.height() / toHeight;
      int bottom = Math.max(top + 1, region.y() + (y + 1) * region.height() / toHeight);
      for (int x = 0; x < toWidth; x++) {
        int left = region.x() + x * region.width() / toWidth;
        int right = Math.max(left + 1, region.x() + (x + 1) * region.width() / toWidth);
        int sum = 0;
        for (int sy = top; sy < bottom; sy++) {
          for (int sx = left; sx < right; sx++) {
            sum += at(sx, sy);
          }
        }
        int mean = Math.round((float) sum / ((bottom - top) * (right - left)));
        for (int channel = 0; channel < 3; channel++) {
          target.set(channel, x, y, mean);
        }
      }
    }
  }
}
