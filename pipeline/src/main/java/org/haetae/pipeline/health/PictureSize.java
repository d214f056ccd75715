package org.haetae.pipeline.health;

/**
 * How large a picture is.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 */
public record PictureSize(int width, int height) {
  public PictureSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a picture has at least one pixel, not %dx%d".formatted(width, height));
    }
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
