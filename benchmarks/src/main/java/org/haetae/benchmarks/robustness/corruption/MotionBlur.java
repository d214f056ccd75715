package org.haetae.benchmarks.robustness.corruption;

import java.util.Random;
import org.haetae.domain.face.DetectedFace;

/** Somebody walks past while the shutter is open: a straight smear, in shares of the face. */
public record MotionBlur() implements Corruption {
  /** Lengths as shares of the height of the face's box. */
  private static final double[] LENGTHS = {0.05, 0.1, 0.16, 0.24, 0.36};

  @Override
  public String name() {
    return "motion blur";
  }

  @Override
  public String step(int severity) {
    return "%d %% of the face".formatted(Math.round(100 * LENGTHS[severity - 1]));
  }

  @Override
  public void spoil(Bitmap picture, DetectedFace face, int severity, Random random) {
    double length = LENGTHS[severity - 1] * face.box().height();
    // People walk across the picture; up and down they bob.
    double angle = Math.toRadians(20 * random.nextGaussian());
    int side = 2 * (int) Math.ceil(length / 2) + 1;
    float[] kernel = new float[side * side];
    double middle = (side - 1) / 2.0;
    int steps = 8 * side;
    for (int i = 0; i < steps; i++) {
      double along = ((i + 0.5) / steps - 0.5) * length;
      spread(kernel, side, middle + along * Math.cos(angle), middle + along * Math.sin(angle));
    }
    picture.become(Optics.filtered(picture, kernel, side));
  }

  /** Shares a point out among the four cells that it lies between. */
  private static void spread(float[] kernel, int side, double x, double y) {
    for (int corner = 0; corner < 4; corner++) {
      int cx = (int) Math.floor(x) + corner % 2;
      int cy = (int) Math.floor(y) + corner / 2;
      double share = (1 - Math.abs(x - cx)) * (1 - Math.abs(y - cy));
      if (share > 0 && cx >= 0 && cy >= 0 && cx < side && cy < side) {
        kernel[cy * side + cx] += (float) share;
      }
    }
  }
}
