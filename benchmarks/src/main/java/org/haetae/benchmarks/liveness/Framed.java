package org.haetae.benchmarks.liveness;

import org.haetae.domain.face.FaceBox;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/**
 * A picture with a black frame drawn around a face, as that of a tablet would be, over whatever is
 * there: it tells whether a network sees the medium or only its border.
 *
 * @param inside the frame's inner edge
 * @param outside its outer edge
 */
record Framed(Picture picture, FaceBox inside, FaceBox outside) implements Picture {
  private static final int BLACK = 12;

  /** A frame one face higher and half a face wider than the face, a tenth of a face thick. */
  static Framed around(FaceBox face, Picture picture) {
    float height = face.height() * 2;
    float width = face.height() * 1.5f;
    float border = face.height() * 0.1f;
    FaceBox inside =
        new FaceBox(face.centreX() - width / 2, face.centreY() - height / 2, width, height);
    return new Framed(
        picture,
        inside,
        new FaceBox(
            inside.x() - border, inside.y() - border, width + 2 * border, height + 2 * border));
  }

  @Override
  public int width() {
    return picture.width();
  }

  @Override
  public int height() {
    return picture.height();
  }

  @Override
  public void read(Region region, int width, int height, PlanarRgb target) {
    picture.read(region, width, height, target);
    for (int row = 0; row < height; row++) {
      float y = region.y() + (row + 0.5f) * region.height() / height;
      for (int column = 0; column < width; column++) {
        float x = region.x() + (column + 0.5f) * region.width() / width;
        if (holds(outside, x, y) && !holds(inside, x, y)) {
          for (int channel = 0; channel < 3; channel++) {
            target.set(channel, column, row, BLACK);
          }
        }
      }
    }
  }

  private static boolean holds(FaceBox box, float x, float y) {
    return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
  }
}
