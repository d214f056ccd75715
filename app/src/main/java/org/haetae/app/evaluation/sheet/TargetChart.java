package org.haetae.app.evaluation.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.haetae.app.evaluation.video.Interval;
import org.haetae.app.evaluation.video.Tradeoff;
import org.haetae.app.evaluation.video.Tradeoff.Point;

/** What would have been measured with other target rates: alerts for the right and for nobody. */
final class TargetChart {
  /** Powers of ten on the axis, the laxest target first. */
  private static final int LAXEST = 0;

  private static final int STRICTEST = -10;

  private final double targetRate;

  private TargetChart(double targetRate) {
    this.targetRate = targetRate;
  }

  static String of(Tradeoff tradeoff, double targetRate) {
    return new TargetChart(targetRate).draw(tradeoff.points());
  }

  /** A point's place; beyond the axis at its end. */
  private double x(double margin) {
    return Svg.x((LAXEST - Math.clamp(decade(margin), STRICTEST, LAXEST)) / (LAXEST - STRICTEST));
  }

  private double decade(double margin) {
    return Math.log10(targetRate) - margin;
  }

  /**
   * What lies on the axis, and of what is laxer only the last, which holds at its beginning. The
   * rates change at points only, so that the last one holds until the axis ends.
   */
  private List<Point> onAxis(List<Point> points) {
    List<Point> shown = new ArrayList<>();
    for (Point point : points) {
      if (decade(point.margin()) > LAXEST) {
        shown.clear();
      }
      if (decade(point.margin()) >= STRICTEST) {
        shown.add(point);
      }
    }
    if (!shown.isEmpty()) {
      Point last = shown.getLast();
      double end = Math.log10(targetRate) - STRICTEST;
      shown.add(new Point(end, last.missed(), last.falselyIdentified()));
    }
    return List.copyOf(shown);
  }

  private String draw(List<Point> all) {
    List<Point> points = onAxis(all);
    Svg svg = new Svg("Rates that other targets would have given");
    for (int decade = LAXEST; decade >= STRICTEST; decade -= 2) {
      svg.columnAt(
          (double) (LAXEST - decade) / (LAXEST - STRICTEST),
          decade == 0 ? "1" : "1e" + String.valueOf(decade).replace('-', '−'));
    }
    for (int quarter = 0; quarter <= 4; quarter++) {
      svg.rowAt(quarter / 4.0, quarter * 25 + " %");
    }
    StringBuilder band = new StringBuilder(steps(points, p -> 1 - interval(p).high()));
    band.append(steps(points.reversed(), p -> 1 - interval(p).low()));
    svg.polygon(band.toString(), "class=\"band\"");
    svg.line(x(0), Svg.TOP, x(0), Svg.HEIGHT - (double) Svg.BOTTOM, "class=\"zero\"");
    svg.polyline(steps(points, p -> p.falselyIdentified().value()), "class=\"second\"");
    svg.polyline(steps(points, p -> 1 - p.missed().value()), "class=\"curve\"");
    return svg.axes("target FPIR, stricter to the right", "measured").toString();
  }

  private static Interval interval(Point point) {
    return point.missed().interval();
  }

  private String steps(List<Point> points, ToDoubleFunction<Point> value) {
    StringBuilder line = new StringBuilder();
    for (Point point : points) {
      double share = value.applyAsDouble(point);
      if (Double.isFinite(share)) {
        line.append(Svg.point(x(point.margin()), Svg.y(share)));
      }
    }
    return line.toString();
  }
}
