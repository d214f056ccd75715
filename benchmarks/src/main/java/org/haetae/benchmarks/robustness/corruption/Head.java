package org.haetae.benchmarks.robustness.corruption;

import org.haetae.domain.face.Landmarks;

/**
 * Where points of a head stand in a picture. A head's own coordinates begin half-way between the
 * eyes; x to the viewer's right, y down, z towards the viewer; 1 is the distance between the eyes
 * (63 mm in adults). The affine camera that is fitted to the five landmarks by least squares
 * carries turn, nod, tilt and perspective's scale, so that what is painted turns with the head.
 */
final class Head {
  /**
   * ArcFace's template (J. Deng et al., 2019) in eye distances, with the depth of the nose tip that
   * {@code LandmarkPose} uses: x, y, z.
   */
  private static final double[][] MODEL = {
    {-0.5, 0, 0}, {0.5, 0, 0}, {0, 0.571, 0.55}, {-0.414, 1.155, 0.08}, {0.414, 1.155, 0.08}
  };

  private static final int UNKNOWNS = 4;

  private final double[] toX;
  private final double[] toY;

  private Head(double[] toX, double[] toY) {
    this.toX = toX;
    this.toY = toY;
  }

  static Head of(Landmarks l) {
    double[] x = {l.leftEyeX(), l.rightEyeX(), l.noseX(), l.leftMouthX(), l.rightMouthX()};
    double[] y = {l.leftEyeY(), l.rightEyeY(), l.noseY(), l.leftMouthY(), l.rightMouthY()};
    return new Head(fit(x), fit(y));
  }

  /** Where a point of the head is seen. */
  Spot at(double x, double y, double z) {
    return new Spot(apply(toX, x, y, z), apply(toY, x, y, z));
  }

  /** Pixels of one eye distance, taken downwards, where a turn of the head changes nothing. */
  double unit() {
    return Math.hypot(toX[1], toY[1]);
  }

  /** How far right of the nose's line a pixel is, in eye distances as they are seen. */
  double across(int x, int y) {
    double squares = toX[0] * toX[0] + toY[0] * toY[0];
    return ((x - toX[3]) * toX[0] + (y - toY[3]) * toY[0]) / squares;
  }

  /** How far below the eyes a pixel is, in eye distances. */
  double down(int x, int y) {
    double squares = toX[1] * toX[1] + toY[1] * toY[1];
    return ((x - toX[3]) * toX[1] + (y - toY[3]) * toY[1]) / squares;
  }

  /** Whether what lies at the ear of that side (−1 or 1) is seen beside the cheek. */
  boolean showsEar(int side) {
    Spot ear = at(side * 1.15, 0.5, -1);
    Spot cheek = at(side * 1.0, 0.6, -0.5);
    double axis = side * ((ear.x() - cheek.x()) * toX[0] + (ear.y() - cheek.y()) * toY[0]);
    return axis > 0;
  }

  private static double apply(double[] row, double x, double y, double z) {
    return row[0] * x + row[1] * y + row[2] * z + row[3];
  }

  /** Normal equations, solved by elimination. */
  private static double[] fit(double[] seen) {
    double[][] equations = new double[UNKNOWNS][UNKNOWNS + 1];
    for (int point = 0; point < MODEL.length; point++) {
      double[] row = {MODEL[point][0], MODEL[point][1], MODEL[point][2], 1, seen[point]};
      for (int i = 0; i < UNKNOWNS; i++) {
        for (int j = 0; j <= UNKNOWNS; j++) {
          equations[i][j] += row[i] * row[j];
        }
      }
    }
    for (int pivot = 0; pivot < UNKNOWNS; pivot++) {
      for (int i = 0; i < UNKNOWNS; i++) {
        if (i != pivot) {
          double factor = equations[i][pivot] / equations[pivot][pivot];
          for (int j = pivot; j <= UNKNOWNS; j++) {
            equations[i][j] -= factor * equations[pivot][j];
          }
        }
      }
    }
    double[] solution = new double[UNKNOWNS];
    for (int i = 0; i < UNKNOWNS; i++) {
      solution[i] = equations[i][UNKNOWNS] / equations[i][i];
    }
    return solution;
  }
}
