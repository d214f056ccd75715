package org.haetae.app.live;

import org.haetae.domain.face.FaceBox;
import org.haetae.models.picture.PlanarRgb;

/** Draws the outline of a box. */
final class BoxFrame {
  private BoxFrame() {}

  /**
   * @param colour red, green and blue as 0xRRGGBB
   */
  static void draw(PlanarRgb picture, FaceBox box, int colour, int thickness) {
    int left = (int) box.x();
    int top = (int) box.y();
    int right = (int) box.right();
    int bottom = (int) box.bottom();
    fill(picture, left, top, right, top + thickness, colour);
    fill(picture, left, bottom - thickness, right, bottom, colour);
    fill(picture, left, top, left + thickness, bottom, colour);
    fill(picture, right - thickness, top, right, bottom, colour);
  }

  private static void fill(
      PlanarRgb picture, int left, int top, int right, int bottom, int colour) {
    for (int y = Math.max(0, top); y < Math.min(picture.height(), bottom); y++) {
      for (int x = Math.max(0, left); x < Math.min(picture.width(), right); x++) {
        picture.set(0, x, y, colour >> 16 & 0xFF);
        picture.set(1, x, y, colour >> 8 & 0xFF);
        picture.set(2, x, y, colour & 0xFF);
      }
    }
  }
}
