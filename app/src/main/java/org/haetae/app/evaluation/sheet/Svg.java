package org.haetae.app.evaluation.sheet;

import java.util.Locale;

/** The few shapes that plots are made of. One thread at a time. */
final class Svg {
  static final int WIDTH = 640;
  static final int HEIGHT = 400;
  static final int LEFT = 84;
  static final int RIGHT = 32;
  static final int TOP = 20;
  static final int BOTTOM = 56;

  private final StringBuilder content = new StringBuilder();
  private final String title;

  /**
   * @param title what a screen reader says of it
   */
  Svg(String title) {
    this.title = title;
  }

  /** Where a share of the plot's width lies, 0 left and 1 right. */
  static double x(double share) {
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  /** Where a share of the plot's height lies, 0 below and 1 above. */
  static double y(double share) {
    return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
  }

  Svg line(double x0, double y0, double x1, double y1, String style) {
    return add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>",
            x0,
            y0,
            x1,
            y1,
            style));
  }

  /** A vertical line of the grid, with its number below. */
  Svg columnAt(double share, String label) {
    return line(x(share), TOP, x(share), HEIGHT - BOTTOM, "class=\"grid\"")
        .text(x(share), HEIGHT - BOTTOM + 18, "middle", label);
  }

  /** A horizontal line of the grid, with its number on the left. */
  Svg rowAt(double share, String label) {
    return line(LEFT, y(share), WIDTH - RIGHT, y(share), "class=\"grid\"")
        .text(LEFT - 6, y(share) + 4, "end", label);
  }

  /** What the two axes show. */
  Svg axes(String below, String left) {
    text((WIDTH + LEFT) / 2.0, HEIGHT - 12, "middle", below);
    double middle = (HEIGHT - BOTTOM + TOP) / 2.0;
    return add(
        String.format(
            Locale.ROOT,
            "<text transform=\"translate(16 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
            middle,
            Html.text(left)));
  }

  Svg text(double x, double y, String anchor, String words) {
    return add(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
            x,
            y,
            anchor,
            Html.text(words)));
  }

  Svg polyline(String points, String style) {
    return add(String.format(Locale.ROOT, "<polyline points=\"%s\" %s/>", points, style));
  }

  Svg polygon(String points, String style) {
    return add(String.format(Locale.ROOT, "<polygon points=\"%s\" %s/>", points, style));
  }

  Svg dot(double x, double y, double radius, String style) {
    return add(
        String.format(
            Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" %s/>", x, y, radius, style));
  }

  Svg bar(double x, double y, double width, double height, String style) {
    return add(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s/>",
            x,
            y,
            width,
            height,
            style));
  }

  static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
  }

  private Svg add(String shape) {
    content.append(shape);
    return this;
  }

  @Override
  public String toString() {
    return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%s</svg>"
        .formatted(WIDTH, HEIGHT, Html.text(title), content);
  }
}
