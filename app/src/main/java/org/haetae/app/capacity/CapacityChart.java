package org.haetae.app.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Latency over the number of cameras in SVG, a line for each scene, and the promise. */
public final class CapacityChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 60;
  private static final int TOP = 40;

  /** Latencies are drawn on a logarithmic scale between these, in ms. */
  private static final double LEAST = 10;

  private static final double MOST = 3000;
  private static final int[] MARKS = {10, 30, 100, 300, 1000, 3000};
  private static final List<String> COLOURS = List.of("#b2182b", "#2166ac", "#6a3d9a");

  private CapacityChart() {}

  /**
   * @param scenes the steps of each scene, by what it is called
   */
  public static String svg(String title, Map<String, List<Step>> scenes) {
    int most =
        scenes.values().stream().flatMap(List::stream).mapToInt(Step::cameras).max().orElse(1);
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"sans-serif\" font-size=\"11\">",
        LEFT + WIDTH + 130,
        TOP + HEIGHT + 50);
    add(svg, "<title>%s</title><rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>", title);
    add(svg, "<text x=\"%d\" y=\"20\" font-size=\"14\">%s</text>", LEFT, title);
    axes(svg, most);
    int index = 0;
    for (Map.Entry<String, List<Step>> scene : scenes.entrySet()) {
      line(svg, scene.getKey(), scene.getValue(), COLOURS.get(index % COLOURS.size()), index, most);
      index++;
    }
    return svg.append("</svg>\n").toString();
  }

  private static void axes(StringBuilder svg, int most) {
    for (int mark : MARKS) {
      boolean promise = mark == Step.LIMIT.toMillis();
      add(
          svg,
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>"
              + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d ms</text>",
          LEFT,
          LEFT + WIDTH,
          y(mark),
          y(mark),
          promise ? "#b2182b\" stroke-dasharray=\"6 3" : "#dddddd",
          LEFT - 6,
          y(mark) + 4,
          mark);
    }
    for (int cameras = 1; cameras <= most; cameras *= 2) {
      add(
          svg,
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
          x(cameras, most),
          TOP + HEIGHT + 18,
          cameras);
    }
    add(
        svg,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">cameras; latency is capture to decision,"
            + " p99; a hollow point broke a promise</text>",
        LEFT + WIDTH / 2,
        TOP + HEIGHT + 38);
  }

  private static void line(
      StringBuilder svg, String name, List<Step> steps, String colour, int index, int most) {
    List<Step> sorted = steps.stream().sorted(Comparator.comparingInt(Step::cameras)).toList();
    StringBuilder path = new StringBuilder();
    for (Step step : sorted) {
      add(path, "%s%.1f,%.1f", path.isEmpty() ? "M" : "L", x(step.cameras(), most), y(step));
    }
    add(svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, colour);
    for (Step step : sorted) {
      add(
          svg,
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\" stroke=\"%s\"/>",
          x(step.cameras(), most),
          y(step),
          step.holds() ? colour : "white",
          colour);
    }
    add(
        svg,
        "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>",
        LEFT + WIDTH + 12,
        TOP + 16 * (index + 1),
        colour,
        name);
  }

  private static double x(int cameras, int most) {
    return LEFT + 10 + (WIDTH - 20) * Math.log(cameras) / Math.log(Math.max(2, most));
  }

  private static double y(Step step) {
    return y(step.latencyP99().toNanos() / 1e6);
  }

  private static double y(double millis) {
    double clamped = Math.clamp(millis, LEAST, MOST);
    return TOP + HEIGHT - HEIGHT * Math.log(clamped / LEAST) / Math.log(MOST / LEAST);
  }

  @SuppressWarnings("AnnotateFormatMethod") // Its annotations are no dependency of this module.
  private static void add(StringBuilder to, String format, Object... values) {
    to.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
