package org.haetae.benchmarks.robustness.corruption;

import java.util.Random;
import org.haetae.domain.face.DetectedFace;

/** A lens out of focus: each point becomes a disc, its radius a share of the face. */
public record Defocus() implements Corruption {
  /** Radii as shares of the height of the face's box. */
  private static final double[] RADII = {0.015, 0.03, 0.05, 0.08, 0.12};

  @Override
  public String name() {
    return "defocus";
  }

  @Override
  public String step(int severity) {
    return "radius %.1f %% of the face".formatted(100 * RADII[severity - 1]);
  }

  @Override
  public void spoil(Bitmap picture, DetectedFace face, int severity, Random random) {
    double radius = RADII[severity - 1] * face.box().height();
    int half = (int) Math.ceil(radius);
    int side = 2 * half + 1;
    float[] kernel = new float[side * side];
    for (int i = 0; i < kernel.length; i++) {
      double distance = Math.hypot(i % side - half, i / side - half);
      kernel[i] = (float) Math.clamp(radius + 0.5 - distance, 0, 1);
    }
    picture.become(Optics.filtered(picture, kernel, side));
  }
}
