package org.haetae.app.statistics;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.haetae.casework.statistics.SmallCells;

/**
 * The sums of months as bars, in SVG. A hidden sum is an empty outline, so that nobody takes it for
 * none.
 */
public final class CountChart {
  private static final int BAR = 44;
  private static final int HEIGHT = 240;
  private static final int MARGIN = 40;

  private CountChart() {}

  /**
   * @param title in words
   */
  public static String svg(String title, CountTable table) {
    int most =
        Math.max(
            1, table.rows().values().stream().mapToInt(row -> row.sum().orElse(0)).max().orElse(1));
    int width = 2 * MARGIN + BAR * table.rows().size();
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"11\">%n<title>%s</title>%n"
                + "<text x=\"%d\" y=\"20\" font-size=\"14\">%s</text>%n",
            width,
            HEIGHT + 2 * MARGIN,
            escaped(title),
            MARGIN,
            escaped(title)));
    int index = 0;
    for (Map.Entry<YearMonth, SmallCells.Row> row : table.rows().entrySet()) {
      bar(svg, MARGIN + BAR * index++, row.getKey(), row.getValue().sum(), most);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void bar(StringBuilder svg, int x, YearMonth month, OptionalInt sum, int most) {
    int height = sum.isPresent() ? sum.getAsInt() * HEIGHT / most : HEIGHT / 8;
    String fill = sum.isPresent() ? "#2f6f9f" : "none\" stroke=\"#2f6f9f\" stroke-dasharray=\"3";
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
            x,
            MARGIN + HEIGHT - height,
            BAR - 8,
            height,
            fill,
            x + (BAR - 8) / 2,
            MARGIN + HEIGHT - height - 4,
            sum.isPresent() ? Integer.toString(sum.getAsInt()) : "hidden",
            x + (BAR - 8) / 2,
            MARGIN + HEIGHT + 16,
            month));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
