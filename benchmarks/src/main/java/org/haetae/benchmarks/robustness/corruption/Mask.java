package org.haetae.benchmarks.robustness.corruption;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.haetae.domain.face.DetectedFace;

/** A mask: pleated surgical ones, worn too low up to as they should be, and a black one. */
public record Mask() implements Corruption {
  private static final Colour SURGICAL = new Colour(222, 208, 172);
  private static final Colour BLACK = new Colour(46, 42, 42);

  /** How high a mask reaches, in eye distances below the eyes: at the nose, beside it, outside. */
  private record Height(double nose, double cheek, double side) {}

  @Override
  public String name() {
    return "mask";
  }

  @Override
  public String step(int severity) {
    return switch (severity) {
      case 1 -> "under the mouth";
      case 2 -> "under the nose";
      case 3 -> "over the nose";
      case 4 -> "up to the lids";
      default -> "black, up to the lids";
    };
  }

  @Override
  public void spoil(Bitmap picture, DetectedFace face, int severity, Random random) {
    Head head = Head.of(face.landmarks());
    Light light = Light.on(picture, head);
    Colour cloth = severity == 5 ? BLACK : SURGICAL;
    Height top = height(severity);
    Stencil mask = Stencil.inside(Outline.hull(rim(head, top)), picture);
    for (int side : new int[] {-1, 1}) {
      if (head.showsEar(side)) {
        loops(picture, head, top, side, cloth.times(light.at(side)));
      }
    }
    mask.softened(head.unit() * 0.07).paint(picture, 0.45, Colour.grey(20));
    mask.softened(head.unit() * 0.012)
        .paint(picture, 1, (x, y) -> cloth.times(shade(head, light, x, y)));
    for (int pleat = 0; pleat < 3; pleat++) {
      double y = top.side() + 0.2 + pleat * (1.5 - top.side()) * 0.27;
      fold(picture, head, mask, y, 0.4, Colour.grey(severity == 5 ? 12 : 95));
      fold(picture, head, mask, y + 0.035, 0.35, cloth.times(light.at(0) * 1.18));
    }
    fold(picture, head, mask, top.nose() + 0.07, top.nose() < 0.6 ? 0.3 : 0, Colour.grey(235));
  }

  private static Height height(int severity) {
    return switch (severity) {
      case 1 -> new Height(1.36, 1.38, 1.15);
      case 2 -> new Height(0.82, 0.86, 0.8);
      case 3 -> new Height(0.28, 0.5, 0.66);
      default -> new Height(0.14, 0.36, 0.5);
    };
  }

  private static List<Spot> rim(Head head, Height top) {
    List<Spot> rim = new ArrayList<>();
    boolean overNose = top.nose() < 0.6;
    rim.add(head.at(0, top.nose(), overNose ? 0.36 : 0.3));
    if (overNose) {
      rim.add(head.at(0, 0.62, 0.66));
    }
    for (int side : new int[] {-1, 1}) {
      rim.add(head.at(side * 0.16, top.nose() + 0.03, 0.3));
      rim.add(head.at(side * 0.52, top.cheek(), 0.08));
      rim.add(head.at(side * 0.98, top.side(), -0.5));
      rim.add(head.at(side * 0.9, 1.38, -0.5));
      rim.add(head.at(side * 0.62, 1.68, -0.1));
      rim.add(head.at(side * 0.34, 1.86, 0.1));
    }
    rim.add(head.at(0, 1.92, 0.16));
    return rim;
  }

  /** Cloth is darker towards the ears and under the chin. */
  private static double shade(Head head, Light light, int x, int y) {
    double across = head.across(x, y);
    double below = Math.clamp(head.down(x, y) - 1.1, 0, 1);
    return light.at(across) * (1 - 0.28 * Math.min(1, across * across) - 0.3 * below);
  }

  private static void fold(
      Bitmap picture, Head head, Stencil mask, double y, double opacity, Colour colour) {
    List<Spot> line = new ArrayList<>();
    for (double x = -1; x <= 1.001; x += 0.1) {
      line.add(head.at(x * 0.95, y - 0.06 * (1 - x * x), 0.55 - 1.05 * x * x));
    }
    Stencil.inside(Outline.band(line, Math.max(1, head.unit() * 0.03)), picture)
        .within(mask)
        .paint(picture, opacity, colour);
  }

  private static void loops(Bitmap picture, Head head, Height top, int side, Colour colour) {
    double width = Math.max(1, head.unit() * 0.035);
    Spot ear = head.at(side * 1.1, 0.3, -0.9);
    Spot lobe = head.at(side * 1.07, 0.8, -0.9);
    List<Spot> upper = List.of(head.at(side * 0.96, top.side() + 0.05, -0.5), ear);
    List<Spot> lower = List.of(head.at(side * 0.9, 1.33, -0.5), lobe);
    Stencil.inside(Outline.band(upper, width), picture).paint(picture, 0.9, colour);
    Stencil.inside(Outline.band(lower, width), picture).paint(picture, 0.9, colour);
  }
}
