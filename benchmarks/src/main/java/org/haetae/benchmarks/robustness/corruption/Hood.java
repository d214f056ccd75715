package org.haetae.benchmarks.robustness.corruption;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.haetae.domain.face.DetectedFace;

/** A dark hood over hair and ears, drawn closer step by step down to the brows, and its shadow. */
public record Hood() implements Corruption {
  private static final Colour CLOTH = new Colour(50, 45, 43);

  @Override
  public String name() {
    return "hood";
  }

  @Override
  public String step(int severity) {
    return switch (severity) {
      case 1 -> "at the hairline";
      case 2 -> "over the hairline";
      case 3 -> "half the forehead";
      case 4 -> "over the forehead";
      default -> "down to the brows";
    };
  }

  @Override
  public void spoil(Bitmap picture, DetectedFace face, int severity, Random random) {
    Head head = Head.of(face.landmarks());
    Light light = Light.on(picture, head);
    double close = (severity - 1) / 4.0;
    double top = -1.15 + 0.87 * close;
    double bottom = 2.1 - 0.25 * close;
    double width = 1.22 - 0.26 * close;
    Spot middle = new Spot(0, (top + bottom) / 2);
    double tall = (bottom - top) / 2;
    Stencil opening =
        Stencil.inside(Outline.round(head, middle, width, tall, 2.2, 0.12, 0.5), picture);
    Stencil hem =
        Stencil.inside(
            Outline.round(head, middle, width + 0.06, tall + 0.06, 2.2, 0.1, 0.5), picture);
    Stencil cloth = Stencil.inside(outside(head), picture).without(opening);

    // Behind hair and cheeks the lining shows.
    Stencil skull =
        Stencil.inside(Outline.round(head, new Spot(0, 0.25), 1.1, 1.62, 2.1, -0.2, 0.3), picture);
    opening
        .without(skull.softened(head.unit() * 0.04))
        .paint(picture, 1, (x, y) -> CLOTH.times(0.45 * light.at(head.across(x, y))));
    // Less sky reaches the face inside.
    opening
        .within(opening.outside().softened(head.unit() * (0.18 + 0.2 * close)))
        .paint(picture, 0.6 + 0.35 * close, Colour.grey(14));
    double phase = random.nextDouble() * 6;
    cloth
        .softened(head.unit() * 0.015)
        .paint(picture, 1, (x, y) -> CLOTH.times(shade(head, light, x, y, phase)));
    hem.within(cloth)
        .softened(head.unit() * 0.02)
        .paint(picture, 0.5, (x, y) -> CLOTH.times(1.45 * light.at(head.across(x, y))));
  }

  private static double shade(Head head, Light light, int x, int y, double phase) {
    double u = head.across(x, y);
    double v = head.down(x, y);
    double folds =
        Math.sin(3.1 * u + 1.7 * v + phase) + 0.6 * Math.sin(7.3 * u - 2.2 * v + 2 * phase);
    double round = 1.15 - 0.25 * Math.min(1.6, Math.abs(u)) * Math.abs(u);
    // The neck lies in the shadow of the chin.
    double neck = 0.4 * Math.exp(-Math.pow((v - 2.15) / 0.22, 2) - Math.pow(u / 1.1, 2));
    return light.at(u) * Math.max(0.35, round + 0.12 * folds - neck);
  }

  private static List<Spot> outside(Head head) {
    List<Spot> ring = new ArrayList<>();
    for (double angle = -205; angle <= 25; angle += 5) {
      double u = Math.cos(Math.toRadians(angle));
      double v = Math.sin(Math.toRadians(angle));
      ring.add(head.at(1.66 * u, 0.1 + (v < 0 ? 2.5 : 2.0) * v, -0.6));
    }
    double[][] right = {{1.3, 2.0}, {1.45, 2.35}, {2.5, 2.75}, {3.3, 3.4}, {3.6, 9}};
    for (double[] corner : right) {
      ring.add(head.at(corner[0], corner[1], -0.5));
    }
    for (int i = right.length - 1; i >= 0; i--) {
      ring.add(head.at(-right[i][0], right[i][1], -0.5));
    }
    return ring;
  }
}
