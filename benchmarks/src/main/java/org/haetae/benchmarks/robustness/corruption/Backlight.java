package org.haetae.benchmarks.robustness.corruption;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.haetae.domain.face.DetectedFace;

/** A bright doorway behind somebody: the surroundings burn out, the face drowns, the lens veils. */
public record Backlight() implements Corruption {
  private static final double GAMMA = 2.2;
  private static final double[] FACE = {0.5, 0.28, 0.15, 0.08, 0.04};
  private static final double[] BEHIND = {1.5, 2.2, 3.2, 4.5, 6};

  @Override
  public String name() {
    return "backlight";
  }

  @Override
  public String step(int severity) {
    return "face at %d %% of its light".formatted(Math.round(100 * FACE[severity - 1]));
  }

  @Override
  public void spoil(Bitmap picture, DetectedFace face, int severity, Random random) {
    Head head = Head.of(face.landmarks());
    Stencil person = Stencil.inside(shape(head), picture).softened(head.unit() * 0.12);
    Stencil glow = person.outside().softened(head.unit() * 0.7);
    double inside = FACE[severity - 1];
    double outside = BEHIND[severity - 1];
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        double share = person.at(x, y);
        double gain = Math.exp(share * Math.log(inside) + (1 - share) * Math.log(outside));
        double veil = glow.at(x, y) * 0.012 * severity;
        for (int channel = 0; channel < Bitmap.CHANNELS; channel++) {
          double linear = Math.pow(picture.sample(x, y, channel) / 255.0, GAMMA);
          // A sky behind is bright whatever colour the wall was.
          double lit = gain * (linear + (1 - share) * 0.03 * severity) + veil;
          double noisy = lit + 0.0015 * random.nextGaussian();
          picture.set(x, y, channel, 255 * Math.pow(Math.clamp(noisy, 0, 1), 1 / GAMMA));
        }
      }
    }
  }

  /** Head and shoulders. */
  private static List<Spot> shape(Head head) {
    List<Spot> ring = new ArrayList<>();
    for (double angle = -205; angle <= 25; angle += 5) {
      double u = Math.cos(Math.toRadians(angle));
      double v = Math.sin(Math.toRadians(angle));
      ring.add(head.at(1.36 * u, 0.15 + (v < 0 ? 2.15 : 1.95) * v, -0.6));
    }
    ring.add(head.at(1.0, 2.1, -0.5));
    ring.add(head.at(2.9, 3.0, -0.5));
    ring.add(head.at(3.5, 9, -0.5));
    ring.add(head.at(-3.5, 9, -0.5));
    ring.add(head.at(-2.9, 3.0, -0.5));
    ring.add(head.at(-1.0, 2.1, -0.5));
    return ring;
  }
}
