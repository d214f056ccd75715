package org.haetae.app.evaluation.sheet;

import java.util.List;
import java.util.Locale;
import org.haetae.app.evaluation.video.Interval;
import org.haetae.app.evaluation.video.Rate;

/** Text and numbers as the page prints them. */
final class Html {
  private Html() {}

  static String text(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String percent(double share) {
    return String.format(
        Locale.ROOT, share > 0 && share < 0.001 ? "%.2f %%" : "%.1f %%", share * 100);
  }

  static String seconds(double value) {
    return String.format(Locale.ROOT, "%.2f s", value).replace('-', '−');
  }

  /** A share with its interval and what it comes from, in three cells. */
  static String cells(Rate rate) {
    return rate.trials() == 0 ? "<td>–<td>–<td>0" : filled("<td>%s<td>%s<td>%d of %d, %s", rate);
  }

  /** The same in one cell, in which three would crowd a table. */
  static String cell(Rate rate) {
    return rate.trials() == 0
        ? "<td>–"
        : filled("<td>%s<br><small>%s<br>%d of %d, %s</small>", rate);
  }

  private static String filled(String cells, Rate rate) {
    return cells.formatted(
        percent(rate.value()),
        interval(rate.interval()),
        rate.hits(),
        rate.trials(),
        people(rate.people()));
  }

  static String people(int count) {
    return count == 1 ? "1 person" : count + " people";
  }

  static String interval(Interval interval) {
    String mark =
        switch (interval.method()) {
          case BOOTSTRAP -> "";
          case EXACT -> " *";
          case NONE -> "";
        };
    return "%s to %s%s".formatted(percent(interval.low()), percent(interval.high()), mark);
  }

  static String row(List<String> cells) {
    return "<tr><td>" + String.join("<td>", cells) + "</tr>";
  }
}
