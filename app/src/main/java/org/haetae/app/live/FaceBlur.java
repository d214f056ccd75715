package org.haetae.app.live;

import org.haetae.domain.face.FaceBox;
import org.haetae.models.picture.PlanarRgb;

/**
 * Replaces a face by a handful of flat blocks, each the mean of what it covers, so that nothing is
 * left to sharpen again.
 */
final class FaceBlur {
  /** Blocks along each side of a face. */
  private static final int BLOCKS = 4;

  /** A box may lag behind a walking face by a part of its size. */
  private static final float MARGIN = 0.35f;

  private FaceBlur() {}

  static void apply(PlanarRgb picture, FaceBox face) {
    FaceBox box = face.grown(MARGIN);
    int left = Math.clamp((int) box.x(), 0, picture.width());
    int top = Math.clamp((int) box.y(), 0, picture.height());
    int right = Math.clamp((int) Math.ceil(box.right()), 0, picture.width());
    int bottom = Math.clamp((int) Math.ceil(box.bottom()), 0, picture.height());
    int step = Math.max(4, Math.max(right - left, bottom - top) / BLOCKS);
    for (int y = top; y < bottom; y += step) {
      for (int x = left; x < right; x += step) {
        flatten(picture, x, y, Math.min(right, x + step), Math.min(bottom, y + step));
      }
    }
  }

  private static void flatten(PlanarRgb picture, int left, int top, int right, int bottom) {
    for (int channel = 0; channel < 3; channel++) {
      long sum = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          sum += picture.sample(channel, x, y);
        }
      }
      int mean = (int) (sum / ((long) (right - left) * (bottom - top)));
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          picture.set(channel, x, y, mean);
        }
      }
    }
  }
}
