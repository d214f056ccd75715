package org.haetae.console.site;

import java.util.List;
import java.util.Optional;

/**
 * How often two kinds of errors were made at each threshold. Counts, so that nobody reads more into
 * a share than was seen.
 *
 * @param genuine comparisons that should have been accepted, more than 0
 * @param impostor comparisons that should have been refused, more than 0
 * @param points by rising threshold, which is a cosine
 */
public record ErrorCurve(long genuine, long impostor, List<Point> points) {
  /** Shares of false positives of which people are told the threshold. */
  public static final List<Double> MAIN_RATES = List.of(1e-1, 1e-2, 1e-3, 1e-4);

  /** A threshold just above a cosine of 1, rounded up. */
  private static final double HIGHEST = 1.00001;

  /**
   * At one threshold.
   *
   * @param accepted impostors at or above it
   * @param missed genuine ones below it
   */
  public record Point(double threshold, long accepted, long missed) {}

  public ErrorCurve {
    points = List.copyOf(points);
    if (genuine < 1 || impostor < 1) {
      throw new IllegalArgumentException("a curve needs comparisons of both kinds");
    }
    Point before = new Point(Double.NEGATIVE_INFINITY, impostor, 0);
    for (Point point : points) {
      boolean follows =
          point.threshold() > before.threshold()
              && point.accepted() <= before.accepted()
              && point.missed() >= before.missed();
      boolean cosine = Math.abs(point.threshold()) <= HIGHEST;
      if (!follows || !cosine || point.accepted() < 0 || point.missed() > genuine) {
        throw new IllegalArgumentException("%s can't follow %s".formatted(point, before));
      }
      before = point;
    }
  }

  /** Share of impostors that a threshold accepts. */
  public double falsePositives(Point point) {
    return (double) point.accepted() / impostor;
  }

  /** Share of genuine ones that a threshold misses. */
  public double misses(Point point) {
    return (double) point.missed() / genuine;
  }

  /**
   * The lowest threshold that accepts no more than that share of impostors; empty where too few
   * were compared to tell.
   */
  public Optional<Point> at(double rate) {
    return rate * impostor < 1
        ? Optional.empty()
        : points.stream().filter(point -> falsePositives(point) <= rate).findFirst();
  }
}
