package org.haetae.benchmarks.robustness.corruption;

/**
 * How bright a face is on either cheek, so that what is painted on it stands in the same light.
 *
 * @param left 1 for a well lit light skin, less for darker ones and for shadow
 * @param right the same for the viewer's right
 */
record Light(double left, double right) {
  private static final double WELL_LIT = 165;

  static Light on(Bitmap picture, Head head) {
    int radius = (int) Math.max(1, head.unit() / 8);
    return new Light(
        share(picture.luminance(head.at(-0.5, 0.55, 0.15), radius)),
        share(picture.luminance(head.at(0.5, 0.55, 0.15), radius)));
  }

  /**
   * The light there.
   *
   * @param across −1 at the left side of the face, 1 at the right
   */
  double at(double across) {
    double share = Math.clamp((across + 1) / 2, 0, 1);
    return left + (right - left) * share;
  }

  private static double share(double luminance) {
    // Dark skin is no dim light: half of the way towards full light is taken back.
    return Math.clamp(0.4 + 0.6 * luminance / WELL_LIT, 0.3, 1.15);
  }
}
