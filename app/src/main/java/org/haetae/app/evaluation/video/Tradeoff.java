package org.haetae.app.evaluation.video;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Errors of both kinds while the pipeline's one knob is turned, the target rate from which both of
 * its thresholds follow.
 *
 * @param points by stricter target
 */
public record Tradeoff(List<Point> points) {
  /** Enough for a smooth curve; more would only take time. */
  private static final int MOST_POINTS = 120;

  public Tradeoff {
    points = List.copyOf(points);
  }

  /**
   * One target.
   *
   * @param margin powers of ten by which it is stricter than the one that the pipeline had
   * @param missed share of mated searches without the right alert (FNIR)
   * @param falselyIdentified share of non-mated searches with any alert (FPIR)
   */
  public record Point(double margin, Rate missed, Rate falselyIdentified) {}

  static Tradeoff of(Searches searches, Bootstrap bootstrap) {
    double[] margins =
        Stream.of(
                searches.mated().stream().map(MatedSearch::margin),
                searches.nonMated().stream().map(NonMatedSearch::margin),
                Stream.of(0.0))
            .flatMap(all -> all)
            .filter(Double::isFinite)
            .flatMap(margin -> Stream.of(margin, Math.nextUp(margin)))
            .mapToDouble(margin -> margin)
            .sorted()
            .distinct()
            .toArray();
    int step = Math.max(1, margins.length / MOST_POINTS);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < margins.length; i++) {
      if (i % step == 0 || margins[i] == 0 || i == margins.length - 1) {
        points.add(at(searches, margins[i], bootstrap));
      }
    }
    return new Tradeoff(points);
  }

  private static Point at(Searches searches, double margin, Bootstrap bootstrap) {
    return new Point(
        margin,
        Rate.of(
            searches.mated().stream()
                .map(one -> new Outcome(one.passage().person(), one.margin() < margin))
                .toList(),
            bootstrap),
        falselyIdentified(searches, margin, bootstrap));
  }

  /** Mated searches that a target would have succeeded in which is stricter by that margin. */
  static Rate identified(Searches searches, double margin, Bootstrap bootstrap) {
    return Rate.of(
        searches.mated().stream()
            .map(one -> new Outcome(one.passage().person(), one.margin() >= margin))
            .toList(),
        bootstrap);
  }

  /** Non-mated searches in which it would have named somebody. */
  static Rate falselyIdentified(Searches searches, double margin, Bootstrap bootstrap) {
    return Rate.of(
        searches.nonMated().stream()
            .map(one -> new Outcome(one.identity(), one.margin() >= margin))
            .toList(),
        bootstrap);
  }
}
