package org.haetae.console.planning;

import java.util.Arrays;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * A row of daily numbers as a line on a sheet of 640 by 160.
 *
 * @param points as SVG wants them
 * @param zero how far below the sheet's top 0 lies
 */
public record Curve(String points, double zero, long least, long most) {
  public static final int WIDTH = 640;
  public static final int HEIGHT = 160;

  public static Curve of(double[] values) {
    double most = Math.max(1, Arrays.stream(values).max().orElse(0));
    double least = Math.min(0, Arrays.stream(values).min().orElse(0));
    double unit = HEIGHT / (most - least);
    StringJoiner points = new StringJoiner(" ");
    for (int day = 0; day < values.length; day++) {
      double x = (double) WIDTH * day / Math.max(1, values.length - 1);
      points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, (most - values[day]) * unit));
    }
    return new Curve(points.toString(), most * unit, Math.round(least), Math.round(most));
  }
}
