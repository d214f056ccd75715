package org.haetae.app.evaluation.sheet;

import java.util.List;
import org.haetae.app.evaluation.video.Rate;
import org.haetae.app.evaluation.video.Tradeoff;
import org.haetae.app.evaluation.video.Tradeoff.Point;

/**
 * The detection error trade-off: misses over false identifications, both on logarithmic axes with a
 * place for 0, and the band in which the misses lie.
 */
final class TradeoffChart {
  private final int lowestDecade;

  /** Share of an axis that is left for 0. */
  private static final double ZERO = 0.08;

  private TradeoffChart(int lowestDecade) {
    this.lowestDecade = lowestDecade;
  }

  static String of(Tradeoff tradeoff) {
    int trials =
        tradeoff.points().stream()
            .mapToInt(p -> Math.max(p.missed().trials(), p.falselyIdentified().trials()))
            .max()
            .orElse(1);
    int decade = (int) Math.ceil(Math.log10(Math.max(10, trials)));
    return new TradeoffChart(-Math.max(2, decade)).draw(tradeoff);
  }

  private double place(double share) {
    double log = Math.log10(Math.max(share, 1e-12));
    return log < lowestDecade ? 0 : ZERO + (1 - ZERO) * (log - lowestDecade) / -lowestDecade;
  }

  private String draw(Tradeoff tradeoff) {
    Svg svg = new Svg("Misses over false identifications at every threshold");
    svg.columnAt(0, "0").rowAt(0, "0");
    for (int decade = lowestDecade; decade <= 0; decade++) {
      double share = Math.pow(10, decade);
      svg.columnAt(place(share), Html.percent(share)).rowAt(place(share), Html.percent(share));
    }
    StringBuilder curve = new StringBuilder();
    StringBuilder low = new StringBuilder();
    StringBuilder high = new StringBuilder();
    for (Point point : tradeoff.points()) {
      double x = Svg.x(place(rate(point.falselyIdentified())));
      curve.append(Svg.point(x, Svg.y(place(rate(point.missed())))));
      low.append(Svg.point(x, Svg.y(place(point.missed().interval().low()))));
      high.insert(0, Svg.point(x, Svg.y(place(point.missed().interval().high()))));
    }
    svg.polygon(low.toString() + high, "class=\"band\"");
    tradeoff.points().stream().filter(p -> p.margin() == 0).limit(1).forEach(p -> cross(svg, p));
    svg.polyline(curve.toString(), "class=\"curve\"");
    return svg.axes("false identifications (FPIR)", "misses (FNIR)").toString();
  }

  /** Where the pipeline stood, with both of its intervals. */
  private void cross(Svg svg, Point point) {
    double x = Svg.x(place(rate(point.falselyIdentified())));
    double y = Svg.y(place(rate(point.missed())));
    List<Double> across = ends(point.falselyIdentified());
    List<Double> up = ends(point.missed());
    double left = Svg.x(across.get(0));
    double right = Svg.x(across.get(1));
    double below = Svg.y(up.get(0));
    double above = Svg.y(up.get(1));
    svg.line(left, y, right, y, "class=\"cross\"").line(x, below, x, above, "class=\"cross\"");
    svg.line(left, y - 6, left, y + 6, "class=\"cross\"");
    svg.line(right, y - 6, right, y + 6, "class=\"cross\"");
    svg.line(x - 6, below, x + 6, below, "class=\"cross\"");
    svg.line(x - 6, above, x + 6, above, "class=\"cross\"");
    svg.dot(x, y, 5, "class=\"here\"");
  }

  private List<Double> ends(Rate rate) {
    return List.of(place(rate.interval().low()), place(rate.interval().high()));
  }

  private static double rate(Rate rate) {
    return rate.trials() == 0 ? 0 : rate.value();
  }
}
