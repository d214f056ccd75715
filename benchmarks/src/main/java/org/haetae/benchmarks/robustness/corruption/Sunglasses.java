package org.haetae.benchmarks.robustness.corruption;

import java.util.List;
import java.util.Random;
import org.haetae.domain.face.DetectedFace;

/** Glasses with ever darker and larger lenses. */
public record Sunglasses() implements Corruption {
  private static final Colour FRAME = Colour.grey(22);

  @Override
  public String name() {
    return "sunglasses";
  }

  @Override
  public String step(int severity) {
    return switch (severity) {
      case 1 -> "tinted, 40 %";
      case 2 -> "tinted, 65 %";
      case 3 -> "dark, 88 %";
      case 4 -> "black";
      default -> "black and large";
    };
  }

  @Override
  public void spoil(Bitmap picture, DetectedFace face, int severity, Random random) {
    Head head = Head.of(face.landmarks());
    double tint =
        switch (severity) {
          case 1 -> 0.4;
          case 2 -> 0.65;
          case 3 -> 0.88;
          default -> 0.98;
        };
    double size = severity == 5 ? 1.28 : 1;
    double rim = Math.max(1, head.unit() * 0.04);
    for (int side : new int[] {-1, 1}) {
      if (head.showsEar(side)) {
        Spot hinge = head.at(side * 0.98, -0.05, -0.05);
        Spot ear = head.at(side * 1.2, 0.05, -1);
        Stencil.inside(Outline.band(List.of(hinge, ear), rim * 1.6), picture)
            .paint(picture, 1, FRAME);
      }
    }
    Stencil.inside(
            Outline.band(
                List.of(
                    head.at(-0.16, 0.02, 0.3), head.at(0, -0.04, 0.36), head.at(0.16, 0.02, 0.3)),
                rim * 1.5),
            picture)
        .paint(picture, 1, FRAME);
    for (int side : new int[] {-1, 1}) {
      lens(picture, head, side, size, tint, rim);
    }
  }

  private static void lens(
      Bitmap picture, Head head, int side, double size, double tint, double rim) {
    Spot middle = new Spot(side * 0.54, 0.07);
    double rx = 0.42 * Math.min(size, 1.14);
    double ry = 0.33 * size;
    Stencil glass = Stencil.inside(shape(head, middle, rx, ry), picture);
    double edge = rim / head.unit();
    Stencil frame =
        Stencil.inside(shape(head, middle, rx + edge, ry + edge), picture).without(glass);
    glass.softened(head.unit() * 0.08).paint(picture, 0.25, Colour.grey(30));
    // The sky shines in the upper part of a lens.
    glass.paint(
        picture,
        tint,
        (x, y) -> {
          double sky = Math.clamp(0.25 - head.down(x, y), 0, 0.6);
          return new Colour(26 + 70 * sky, 22 + 62 * sky, 20 + 52 * sky);
        });
    List<Spot> glint =
        List.of(
            head.at(middle.x() - 0.22, middle.y() - 0.16, 0.3),
            head.at(middle.x() - 0.06, middle.y() - 0.21, 0.3));
    Stencil.inside(Outline.band(glint, head.unit() * 0.05), picture)
        .softened(head.unit() * 0.02)
        .within(glass)
        .paint(picture, 0.5, Colour.grey(225));
    frame.paint(picture, 1, FRAME);
  }

  private static List<Spot> shape(Head head, Spot middle, double rx, double ry) {
    return Outline.round(head, middle, rx, ry, 2.7, 0.22, 0);
  }
}
