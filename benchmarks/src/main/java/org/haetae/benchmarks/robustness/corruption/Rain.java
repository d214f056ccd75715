package org.haetae.benchmarks.robustness.corruption;

import java.util.List;
import java.util.Random;
import org.haetae.domain.face.DetectedFace;

/** Streaks of falling rain, drops on the glass before the lens, and haze. */
public record Rain() implements Corruption {
  private static final int[] STREAKS = {60, 130, 230, 380, 600};
  private static final int[] DROPS = {0, 3, 7, 13, 22};
  private static final double[] HAZE = {0.05, 0.14, 0.24, 0.36, 0.5};

  @Override
  public String name() {
    return "rain";
  }

  @Override
  public String step(int severity) {
    return "%d streaks, %d drops, %d %% haze"
        .formatted(
            STREAKS[severity - 1], DROPS[severity - 1], Math.round(100 * HAZE[severity - 1]));
  }

  @Override
  public void spoil(Bitmap picture, DetectedFace face, int severity, Random random) {
    Stencil everything =
        Stencil.inside(
            List.of(
                new Spot(0, 0),
                new Spot(picture.width(), 0),
                new Spot(picture.width(), picture.height()),
                new Spot(0, picture.height())),
            picture);
    everything.paint(picture, HAZE[severity - 1], new Colour(186, 180, 174));
    double slant = Math.toRadians(6 + 14 * random.nextDouble());
    for (int i = 0; i < STREAKS[severity - 1]; i++) {
      streak(picture, slant + Math.toRadians(2) * random.nextGaussian(), random);
    }
    Bitmap seenThrough = picture.copy();
    for (int i = 0; i < DROPS[severity - 1]; i++) {
      drop(picture, seenThrough, random);
    }
  }

  private static void streak(Bitmap picture, double slant, Random random) {
    int side = Math.max(picture.width(), picture.height());
    // Near drops are long, wide and faint, far ones short and thin.
    double near = Math.pow(random.nextDouble(), 2);
    double length = side * (0.03 + 0.13 * near);
    double width = side * (0.0012 + 0.005 * near);
    double opacity = 0.55 - 0.3 * near;
    double x = random.nextDouble() * picture.width() * 1.3;
    double y = random.nextDouble() * picture.height() * 1.1;
    int steps = (int) Math.ceil(length);
    for (int i = 0; i < steps; i++) {
      double at = (i + 0.5) / steps;
      double cx = x - at * length * Math.sin(slant);
      double cy = y - length / 2 + at * length * Math.cos(slant);
      double fade = opacity * Math.sin(Math.PI * at);
      dab(picture, cx, cy, width, fade);
    }
  }

  private static void dab(Bitmap picture, double cx, double cy, double width, double opacity) {
    int row = (int) Math.floor(cy);
    if (row < 0 || row >= picture.height()) {
      return;
    }
    int from = Math.max(0, (int) Math.floor(cx - width / 2));
    int to = Math.min(picture.width() - 1, (int) Math.floor(cx + width / 2));
    for (int x = from; x <= to; x++) {
      double share = Math.min(x + 1, cx + width / 2) - Math.max(x, cx - width / 2);
      picture.blend(x, row, new Colour(222, 218, 214), opacity * Math.clamp(share, 0, 1));
    }
  }

  /** A drop is a lens: the scene stands in it upside down and small, bright at its lower rim. */
  private static void drop(Bitmap picture, Bitmap scene, Random random) {
    int side = Math.max(picture.width(), picture.height());
    double radius = side * (0.012 + 0.03 * random.nextDouble());
    double cx = random.nextDouble() * picture.width();
    double cy = random.nextDouble() * picture.height();
    for (int y = (int) (cy - radius); y <= cy + radius; y++) {
      for (int x = (int) (cx - radius); x <= cx + radius; x++) {
        double distance = Math.hypot(x - cx, y - cy) / radius;
        if (distance < 1 && x >= 0 && y >= 0 && x < picture.width() && y < picture.height()) {
          int fromX = (int) (cx - (x - cx) * 2.5);
          int fromY = (int) (cy - (y - cy) * 2.5);
          double rim = 1 + 0.35 * (y - cy) / radius - 0.25 * Math.pow(distance, 4);
          double share = Math.min(1, (1 - distance) * radius / 2);
          picture.blend(x, y, soft(scene, fromX, fromY, radius).times(rim), share);
        }
      }
    }
  }

  private static Colour soft(Bitmap scene, int x, int y, double radius) {
    int step = (int) Math.max(1, radius / 4);
    double[] sum = new double[Bitmap.CHANNELS];
    for (int i = 0; i < 9; i++) {
      for (int channel = 0; channel < Bitmap.CHANNELS; channel++) {
        sum[channel] += scene.sample(x + (i % 3 - 1) * step, y + (i / 3 - 1) * step, channel) / 9.0;
      }
    }
    return new Colour(sum[0], sum[1], sum[2]);
  }
}
