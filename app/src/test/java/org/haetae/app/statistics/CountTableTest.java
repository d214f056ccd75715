package org.haetae.app.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.haetae.casework.statistics.SmallCells;
import org.junit.jupiter.api.Test;

/** What is hidden in the counts is hidden in the table and in the chart. */
class CountTableTest {
  private static final YearMonth MAY = YearMonth.of(2026, 5);

  private static CountTable table(int stalking, int robbery) {
    NavigableMap<String, Integer> row = new TreeMap<>();
    row.put("robbery", robbery);
    row.put("stalking", stalking);
    NavigableMap<YearMonth, NavigableMap<String, Integer>> counts = new TreeMap<>();
    counts.put(MAY, row);
    return CountTable.of(counts, new SmallCells(5));
  }

  @Test
  void monthsAreRowsAndTheLastColumnIsTheSum() {
    assertEquals(
        List.of(
            List.of("month", "robbery", "stalking", "sum"), List.of("2026-05", "0", "12", "12")),
        table(12, 0).texts());
  }

  @Test
  void aSmallCellIsHidden() {
    assertEquals(List.of("2026-05", "hidden", "hidden", "14"), table(12, 2).texts().getLast());
  }

  @Test
  void aHiddenSumIsAnOutlineWithoutItsHeight() {
    String svg = CountChart.svg("<Cases>", table(3, 0));
    assertTrue(svg.contains(">hidden<"), svg);
    assertTrue(svg.contains("&lt;Cases&gt;"), svg);
    assertFalse(svg.contains(">3<"), svg);
  }
}
