package org.haetae.benchmarks.robustness.corruption;

import java.util.Arrays;
import java.util.List;

/** How much of each pixel a shape covers, 0 to 1. */
final class Stencil {
  /** Scan lines a pixel. */
  private static final int LINES = 4;

  private final int width;
  private final int height;
  private final float[] cover;

  private Stencil(int width, int height, float[] cover) {
    this.width = width;
    this.height = height;
    this.cover = cover;
  }

  /** A colour for a place of the picture. */
  @FunctionalInterface
  interface Paint {
    Colour at(int x, int y);
  }

  /** What lies inside a ring of points, by the even-odd rule. */
  static Stencil inside(List<Spot> ring, Bitmap picture) {
    Stencil stencil =
        new Stencil(
            picture.width(), picture.height(), new float[picture.width() * picture.height()]);
    for (int line = 0; line < picture.height() * LINES; line++) {
      stencil.scan(ring, (line + 0.5) / LINES, line / LINES);
    }
    return stencil;
  }

  private void scan(List<Spot> ring, double at, int row) {
    double[] crossings = new double[ring.size()];
    int count = 0;
    for (int i = 0; i < ring.size(); i++) {
      Spot a = ring.get(i);
      Spot b = ring.get((i + 1) % ring.size());
      if ((a.y() <= at) != (b.y() <= at)) {
        crossings[count++] = a.x() + (at - a.y()) / (b.y() - a.y()) * (b.x() - a.x());
      }
    }
    Arrays.sort(crossings, 0, count);
    for (int i = 0; i + 1 < count; i += 2) {
      double from = Math.clamp(crossings[i], 0, width);
      double to = Math.clamp(crossings[i + 1], 0, width);
      for (int x = (int) from; x < Math.min(width, Math.ceil(to)); x++) {
        double share = Math.min(x + 1, to) - Math.max(x, from);
        cover[row * width + x] += (float) (Math.max(0, share) / LINES);
      }
    }
  }

  /** What this covers and the other doesn't. */
  Stencil without(Stencil other) {
    float[] rest = new float[cover.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = cover[i] * (1 - other.cover[i]);
    }
    return new Stencil(width, height, rest);
  }

  /** What both cover. */
  Stencil within(Stencil other) {
    float[] both = new float[cover.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = cover[i] * other.cover[i];
    }
    return new Stencil(width, height, both);
  }

  /** What this leaves open. */
  Stencil outside() {
    float[] rest = new float[cover.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = 1 - cover[i];
    }
    return new Stencil(width, height, rest);
  }

  /** The same with soft edges; {@code sigma} in pixels. */
  Stencil softened(double sigma) {
    return new Stencil(width, height, Optics.soften(cover, width, height, sigma));
  }

  double at(int x, int y) {
    return cover[y * width + x];
  }

  /** Paints what it covers; {@code opacity} 0 to 1. */
  void paint(Bitmap picture, double opacity, Paint paint) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double share = at(x, y) * opacity;
        if (share > 0) {
          picture.blend(x, y, paint.at(x, y), Math.min(1, share));
        }
      }
    }
  }

  /** Paints what it covers in one colour. */
  void paint(Bitmap picture, double opacity, Colour colour) {
    paint(picture, opacity, (_, _) -> colour);
  }
}
