package org.haetae.app.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.console.site.ErrorCurve;
import org.haetae.console.site.ErrorCurve.Point;

/** The error rates of two sets of scores as a curve. */
final class MeasuredCurve {
  /** From one point to the next at least one of the counts changes by this share. */
  private static final double STEP = 0.05;

  private MeasuredCurve() {}

  /**
   * Few enough points to draw, at which the counts are exact; those of the main rates are where the
   * command says that they are.
   */
  static ErrorCurve of(ErrorRates rates) {
    double[] genuine = rates.genuine();
    double[] impostor = rates.impostor();
    Set<Double> main =
        ErrorCurve.MAIN_RATES.stream().map(rates::thresholdAt).collect(Collectors.toSet());
    List<Point> points = new ArrayList<>();
    for (double threshold : rates.thresholds()) {
      // What is written is the rounded threshold, so the counts are taken there.
      double rounded = Math.ceil(threshold * 1e6) / 1e6;
      Point point =
          new Point(
              rounded,
              Math.round(rates.falseAcceptRate(rounded) * impostor.length),
              Math.round(rates.falseRejectRate(rounded) * genuine.length));
      if (points.isEmpty()
          || isFar(points.getLast(), point)
          || (main.contains(threshold) && point.threshold() > points.getLast().threshold())) {
        points.add(point);
      }
    }
    return new ErrorCurve(genuine.length, impostor.length, points);
  }

  private static boolean isFar(Point before, Point point) {
    return point.threshold() > before.threshold()
        && (before.accepted() - point.accepted() > STEP * before.accepted()
            || point.missed() - before.missed() > STEP * before.missed());
  }
}
