package org.haetae.models.align;

import org.haetae.domain.face.Landmarks;

/**
 * Rotation, uniform scale and shift: (x, y) ↦ (a·x − b·y + tx, b·x + a·y + ty).
 *
 * <p>{@link #toTemplate} is the least-squares fit of S. Umeyama, "Least-squares estimation of
 * transformation parameters between two point patterns" (1991), which in the plane and without
 * mirroring has the closed form used here.
 */
public record SimilarityTransform(double a, double b, double tx, double ty) {
  /** Where the five points stand in ArcFace's 112 × 112 frame (J. Deng et al., 2019). */
  private static final double[] TEMPLATE = {
    38.2946, 51.6963, 73.5318, 51.5014, 56.0252, 71.7366, 41.5493, 92.3655, 70.7299, 92.2041
  };

  /** The transform that brings a face's landmarks nearest to the template. */
  public static SimilarityTransform toTemplate(Landmarks l) {
    double[] p = {
      l.leftEyeX(),
      l.leftEyeY(),
      l.rightEyeX(),
      l.rightEyeY(),
      l.noseX(),
      l.noseY(),
      l.leftMouthX(),
      l.leftMouthY(),
      l.rightMouthX(),
      l.rightMouthY()
    };
    return fit(p, TEMPLATE);
  }

  static SimilarityTransform fit(double[] from, double[] to) {
    int n = from.length / 2;
    double fx = 0;
    double fy = 0;
    double gx = 0;
    double gy = 0;
    for (int i = 0; i < n; i++) {
      fx += from[2 * i] / n;
      fy += from[2 * i + 1] / n;
      gx += to[2 * i] / n;
      gy += to[2 * i + 1] / n;
    }
    double dot = 0;
    double cross = 0;
    double spread = 0;
    for (int i = 0; i < n; i++) {
      double x = from[2 * i] - fx;
      double y = from[2 * i + 1] - fy;
      double u = to[2 * i] - gx;
      double v = to[2 * i + 1] - gy;
      dot += x * u + y * v;
      cross += x * v - y * u;
      spread += x * x + y * y;
    }
    // Five points in one place have no direction; any finite transform is as good as another.
    double a = spread > 0 ? dot / spread : 1;
    double b = spread > 0 ? cross / spread : 0;
    return new SimilarityTransform(a, b, gx - (a * fx - b * fy), gy - (b * fx + a * fy));
  }

  /** Template pixels for one pixel of the picture. */
  public double scale() {
    return Math.hypot(a, b);
  }

  /** The transform back. */
  public SimilarityTransform inverse() {
    double s = a * a + b * b;
    double ia = a / s;
    double ib = -b / s;
    return new SimilarityTransform(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
  }

  public double x(double px, double py) {
    return a * px - b * py + tx;
  }

  public double y(double px, double py) {
    return b * px + a * py + ty;
  }
}
