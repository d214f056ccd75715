package org.haetae.app.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.haetae.casework.statistics.SmallCells;

/**
 * Counts by month as they may be told.
 *
 * @param columns names of the cells, in order
 * @param rows by month
 */
public record CountTable(List<String> columns, NavigableMap<YearMonth, SmallCells.Row> rows) {
  private static final String HIDDEN = "hidden";

  /** Hides what must be hidden. */
  public static CountTable of(
      NavigableMap<YearMonth, NavigableMap<String, Integer>> counts, SmallCells rule) {
    NavigableMap<YearMonth, SmallCells.Row> rows = new TreeMap<>();
    counts.forEach((month, row) -> rows.put(month, rule.publish(row)));
    List<String> columns =
        counts.values().stream()
            .findFirst()
            .map(row -> List.copyOf(row.keySet()))
            .orElse(List.of());
    return new CountTable(columns, rows);
  }

  /** Rows of texts, the first with the names of the columns. */
  public List<List<String>> texts() {
    List<List<String>> all = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("month"));
    head.addAll(columns);
    head.add("sum");
    all.add(head);
    for (Map.Entry<YearMonth, SmallCells.Row> row : rows.entrySet()) {
      List<String> line = new ArrayList<>(List.of(row.getKey().toString()));
      columns.forEach(
          column -> line.add(text(row.getValue().cells().getOrDefault(column, OptionalInt.of(0)))));
      line.add(text(row.getValue().sum()));
      all.add(line);
    }
    return all;
  }

  private static String text(OptionalInt count) {
    return count.isPresent() ? Integer.toString(count.getAsInt()) : HIDDEN;
  }
}
