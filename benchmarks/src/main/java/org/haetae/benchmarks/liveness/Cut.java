package org.haetae.benchmarks.liveness;

import org.haetae.domain.face.FaceBox;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/**
 * A part of a picture, as if nothing were around it.
 *
 * @param part where it lies in the picture
 */
record Cut(Picture picture, Region part) implements Picture {
  /** So much of a tablet or a print shows no border, most of the time. */
  private static final float FACES = 1.3f;

  /** The square around a face that lies within a tablet. */
  static Cut around(FaceBox face, Picture picture) {
    float side = face.height() * FACES;
    return new Cut(
        picture,
        Region.clamped(face.centreX() - side / 2, face.centreY() - side / 2, side, side, picture));
  }

  /** Where a box of the picture lies in the part. */
  FaceBox mapped(FaceBox box) {
    return box.moved(-part.x(), -part.y());
  }

  @Override
  public int width() {
    return part.width();
  }

  @Override
  public int height() {
    return part.height();
  }

  @Override
  public void read(Region region, int width, int height, PlanarRgb target) {
    picture.read(
        new Region(part.x() + region.x(), part.y() + region.y(), region.width(), region.height()),
        width,
        height,
        target);
  }
}
