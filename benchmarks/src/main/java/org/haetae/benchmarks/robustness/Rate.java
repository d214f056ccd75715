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
    if (percent > 0 && percent < 0.995) {
      return String.format(Locale.ROOT, "%.2f", percent);
    }
    return percent > 0 && percent < 9.95
        ? String.format(Locale.ROOT, "%.1f", percent)
        : String.format(Locale.ROOT, "%.0f", percent);
  }
}
