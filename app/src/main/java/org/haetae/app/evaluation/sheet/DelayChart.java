package org.haetae.app.evaluation.sheet;

import java.util.List;
import java.util.Locale;
import org.haetae.app.evaluation.video.Delays;

/**
 * Share of passages that were alerted by so many seconds after the start. It ends below 100 % where
 * somebody was missed.
 */
final class DelayChart {
  private DelayChart() {}

  static String of(Delays telling, Delays appeared) {
    double low = Math.min(0, Math.min(lowest(telling), lowest(appeared)));
    double high = Math.max(1, Math.max(highest(telling), highest(appeared)) + 0.5);
    double step = Math.max(1, Math.ceil((high - low) / 10));
    double first = Math.floor(low / step) * step;
    double last = Math.ceil(high / step) * step;
    double span = last - first;
    Svg svg = new Svg("Share of passages that were alerted, by seconds");
    for (double at = first; at <= last + 1e-9; at += step) {
      svg.columnAt((at - first) / span, String.format(Locale.ROOT, "%.0f", at).replace('-', '−'));
    }
    for (int quarter = 0; quarter <= 4; quarter++) {
      svg.rowAt(quarter / 4.0, quarter * 25 + " %");
    }
    double zero = Svg.x(-first / span);
    svg.line(zero, Svg.TOP, zero, Svg.HEIGHT - (double) Svg.BOTTOM, "class=\"zero\"");
    svg.polyline(steps(appeared, first, span), "class=\"second\"");
    svg.polyline(steps(telling, first, span), "class=\"curve\"");
    return svg.axes("seconds from the start to the alert", "passages alerted").toString();
  }

  private static String steps(Delays delays, double first, double span) {
    StringBuilder points = new StringBuilder(Svg.point(Svg.x(0), Svg.y(0)));
    List<Double> seconds = delays.seconds();
    for (int i = 0; i < seconds.size(); i++) {
      double x = Svg.x((seconds.get(i) - first) / span);
      points.append(Svg.point(x, Svg.y((double) i / delays.passages())));
      points.append(Svg.point(x, Svg.y((i + 1.0) / delays.passages())));
    }
    double end = delays.passages() == 0 ? 0 : (double) seconds.size() / delays.passages();
    return points.append(Svg.point(Svg.x(1), Svg.y(end))).toString();
  }

  private static double lowest(Delays delays) {
    return delays.seconds().isEmpty() ? 0 : delays.seconds().getFirst();
  }

  private static double highest(Delays delays) {
    return delays.seconds().isEmpty() ? 0 : delays.seconds().getLast();
  }
}
