package org.haetae.console.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haetae.console.site.ErrorCurve;
import org.haetae.console.site.ErrorCurve.Point;

/**
 * The detection error trade-off of two curves on a square sheet: false positives to the right,
 * misses upwards, both by powers of ten. A line ends where no error was seen any more, since
 * nothing lies at zero on such axes.
 *
 * @param right powers of ten of false positives, the lowest first, up to 0
 * @param up of misses
 */
record DetSheet(List<Integer> right, List<Integer> up) {
  static final int SIDE = 360;
  private static final int LOWEST = -6;

  DetSheet {
    right = List.copyOf(right);
    up = List.copyOf(up);
  }

  /** Reaches down to what so many comparisons can tell. */
  static DetSheet of(ErrorCurve a, ErrorCurve b) {
    return new DetSheet(
        decades((double) Math.max(a.impostor(), b.impostor())),
        decades((double) Math.max(a.genuine(), b.genuine())));
  }

  private static List<Integer> decades(double comparisons) {
    int lowest = (int) Math.floor(-Math.log10(comparisons));
    return IntStream.rangeClosed(Math.clamp(lowest, LOWEST, -2), 0).boxed().toList();
  }

  double x(double rate) {
    return SIDE * share(rate, right.getFirst());
  }

  double y(double rate) {
    return SIDE * (1 - share(rate, up.getFirst()));
  }

  private static double share(double rate, int lowest) {
    return 1 - Math.log10(rate) / lowest;
  }

  private boolean isOn(ErrorCurve curve, Point point) {
    return curve.falsePositives(point) >= Math.pow(10, right.getFirst())
        && curve.misses(point) >= Math.pow(10, up.getFirst());
  }

  /** As SVG wants them. */
  String points(ErrorCurve curve) {
    return curve.points().stream()
        .filter(point -> isOn(curve, point))
        .map(
            point ->
                String.format(
                    Locale.ROOT,
                    "%.1f,%.1f",
                    x(curve.falsePositives(point)),
                    y(curve.misses(point))))
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
