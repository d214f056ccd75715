package org.haetae.app.evaluation.clip;

import org.haetae.domain.face.FaceBox;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/** How light a face is. Owns its buffer; one thread at a time. */
final class LightMeter implements AutoCloseable {
  private static final int SIDE = 8;

  /** The middle of a box is skin; its corners are not. */
  private static final float INNER = 0.7f;

  private final PlanarRgb samples = new PlanarRgb(SIDE, SIDE);

  /** Mean luminance of the middle of the box, 0 to 255 (ITU-R BT.601). */
  double read(Picture picture, FaceBox box) {
    // Few sizes, so that the picture's scalers can be used again.
    float side = Math.max(SIDE, (float) Math.floor(box.width() * INNER / SIDE) * SIDE);
    Region region =
        Region.clamped(box.centreX() - side / 2, box.centreY() - side / 2, side, side, picture);
    picture.read(region, SIDE, SIDE, samples);
    double sum = 0;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        sum +=
            0.299 * samples.sample(0, x, y)
                + 0.587 * samples.sample(1, x, y)
                + 0.114 * samples.sample(2, x, y);
      }
    }
    return sum / (SIDE * SIDE);
  }

  @Override
  public void close() {
    samples.close();
  }
}
