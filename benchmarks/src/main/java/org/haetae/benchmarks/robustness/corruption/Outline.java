package org.haetae.benchmarks.robustness.corruption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shapes as closed rings of points. */
final class Outline {
  private static final int ROUND = 72;

  private Outline() {}

  /** The convex hull (A. M. Andrew's monotone chain, 1979). */
  static List<Spot> hull(List<Spot> spots) {
    List<Spot> sorted =
        spots.stream()
            .sorted(Comparator.comparingDouble(Spot::x).thenComparingDouble(Spot::y))
            .toList();
    List<Spot> ring = new ArrayList<>(half(sorted));
    ring.addAll(half(sorted.reversed()));
    return ring;
  }

  private static List<Spot> half(List<Spot> sorted) {
    List<Spot> chain = new ArrayList<>();
    for (Spot spot : sorted) {
      while (chain.size() > 1 && turn(chain.get(chain.size() - 2), chain.getLast(), spot) <= 0) {
        chain.removeLast();
      }
      chain.add(spot);
    }
    chain.removeLast();
    return chain;
  }

  private static double turn(Spot a, Spot b, Spot c) {
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
  }

  /**
   * A rounded shape on a head, between ellipse (power 2) and box (large powers), after G. Lamé.
   *
   * @param z how far towards the viewer its middle lies; its sides lie {@code bend} behind
   */
  static List<Spot> round(
      Head head, Spot middle, double rx, double ry, double power, double z, double bend) {
    List<Spot> ring = new ArrayList<>();
    for (int i = 0; i < ROUND; i++) {
      double angle = 2 * Math.PI * i / ROUND;
      double u = lame(Math.cos(angle), power);
      double v = lame(Math.sin(angle), power);
      ring.add(head.at(middle.x() + rx * u, middle.y() + ry * v, z - bend * u * u));
    }
    return ring;
  }

  private static double lame(double value, double power) {
    return Math.signum(value) * Math.pow(Math.abs(value), 2 / power);
  }

  /** A band of that width, in pixels, along a line. */
  static List<Spot> band(List<Spot> line, double width) {
    List<Spot> there = new ArrayList<>();
    List<Spot> back = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      Spot before = line.get(Math.max(0, i - 1));
      Spot after = line.get(Math.min(line.size() - 1, i + 1));
      double length = Math.max(1e-6, before.distance(after));
      double nx = -(after.y() - before.y()) / length * width / 2;
      double ny = (after.x() - before.x()) / length * width / 2;
      there.add(new Spot(line.get(i).x() + nx, line.get(i).y() + ny));
      back.add(new Spot(line.get(i).x() - nx, line.get(i).y() - ny));
    }
    there.addAll(back.reversed());
    return there;
  }
}
