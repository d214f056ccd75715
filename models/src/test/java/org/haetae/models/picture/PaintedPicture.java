package org.haetae.models.picture;

/** A picture that a formula paints; it is read by the nearest pixel. */
public record PaintedPicture(int width, int height, Paint paint) implements Picture {

  /** The sample of a channel at a pixel, 0 to 255. */
  @FunctionalInterface
  public interface Paint {
    int at(int channel, int x, int y);
  }

  @Override
  public void read(Region region, int toWidth, int toHeight, PlanarRgb target) {
    target.clear();
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < toHeight; y++) {
        for (int x = 0; x < toWidth; x++) {
          int fromX = region.x() + (int) ((x + 0.5) * region.width() / toWidth);
          int fromY = region.y() + (int) ((y + 0.5) * region.height() / toHeight);
          target.set(c, x, y, paint.at(c, fromX, fromY));
        }
      }
    }
  }
}
