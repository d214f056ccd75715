package org.haetae.models.picture;

/**
 * A rectangle of whole pixels inside a picture.
 *
 * @param x left edge, 0 or more
 * @param y upper edge, 0 or more
 * @param width at least 1
 * @param height at least 1
 */
public record Region(int x, int y, int width, int height) {
  public Region {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a region must lie inside its picture, but is %d,%d %dx%d"
              .formatted(x, y, width, height));
    }
  }

  /** The whole of a picture. */
  public static Region whole(Picture picture) {
    return new Region(0, 0, picture.width(), picture.height());
  }

  /**
   * The part of the rectangle ({@code x}, {@code y}, {@code width}, {@code height}) that lies
   * inside a picture, at least one pixel large.
   */
  public static Region clamped(float x, float y, float width, float height, Picture picture) {
    int left = Math.clamp((int) Math.floor(x), 0, picture.width() - 1) & ~1;
    int top = Math.clamp((int) Math.floor(y), 0, picture.height() - 1) & ~1;
    int right = Math.clamp((int) Math.ceil(x + width), left + 1, picture.width());
    int bottom = Math.clamp((int) Math.ceil(y + height), top + 1, picture.height());
    return new Region(left, top, right - left, bottom - top);
  }

  /**
   * Checks that it lies inside a picture.
   *
   * @throws IllegalArgumentException when it reaches beyond
   */
  public void requireInside(Picture picture) {
    if (x > picture.width() - width || y > picture.height() - height) {
      throw new IllegalArgumentException(
          "%s reaches beyond a picture of %dx%d"
              .formatted(this, picture.width(), picture.height()));
    }
  }

  public long area() {
    return (long) width * height;
  }
}
