package org.haetae.benchmarks.robustness;

import java.util.Locale;

/** A share with its interval of 95 %, all 0 to 1; not a number where nothing was counted. */
record Rate(double share, double low, double high) {

  /** As per cent, with the interval behind it. */
  String text() {
    return Double.isNaN(share) || low == high
        ? shortText()
        : "%s (%s–%s)".formatted(percent(share), percent(low), percent(high));
  }

  /** As per cent, alone. */
  String shortText() {
    return Double.isNaN(share) ? "–" : percent(share);
  }

  private static String percent(double share) {
    double percent = 100 * share;
    boolean fine = percent > 0 && percent < 9.95;
    return String.format(
        Locale.ROOT, fine && percent < 0.995 ? "%.2f" : fine ? "%.1f" : "%.0f", percent);
  }
}
