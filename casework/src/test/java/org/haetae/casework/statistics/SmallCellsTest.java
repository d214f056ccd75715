package org.haetae.casework.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.haetae.casework.statistics.SmallCells.Row;
import org.junit.jupiter.api.Test;

/** Nobody can be found in what is published. */
class SmallCellsTest {
  private static final SmallCells FIVE = new SmallCells(5);

  @Test
  void aSmallCellIsHiddenTogetherWithTheSmallestOther() {
    Row row = FIVE.publish(Map.of("a", 3, "b", 40, "c", 12));
    assertEquals(OptionalInt.empty(), row.cells().get("a"));
    assertEquals(OptionalInt.empty(), row.cells().get("c"));
    assertEquals(OptionalInt.of(40), row.cells().get("b"));
    assertEquals(OptionalInt.of(55), row.sum());
  }

  @Test
  void whereThereIsNoOtherTheSumIsHidden() {
    assertEquals(OptionalInt.empty(), FIVE.publish(Map.of("a", 3, "b", 0)).sum());
  }

  @Test
  void nothingSmallHidesNothing() {
    Row row = FIVE.publish(Map.of("a", 5, "b", 0));
    assertEquals(OptionalInt.of(5), row.cells().get("a"));
    assertEquals(OptionalInt.of(0), row.cells().get("b"));
    assertEquals(OptionalInt.of(5), row.sum());
  }

  @Test
  void noSmallCellFollowsFromTheRest() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int run = 0; run < 10_000; run++) {
      Map<String, Integer> counts = new TreeMap<>();
      int cells = 1 + random.nextInt(6);
      for (int i = 0; i < cells; i++) {
        counts.put("c" + i, random.nextInt(12));
      }
      Row row = FIVE.publish(counts);
      long hidden = row.cells().values().stream().filter(OptionalInt::isEmpty).count();
      assertTrue(hidden != 1 || row.sum().isEmpty(), "-Dhaetae.seed=" + seed + ": " + counts);
      int shown = row.cells().values().stream().mapToInt(cell -> cell.orElse(0)).sum();
      assertTrue(
          hidden == 0 || row.sum().isEmpty() || row.sum().getAsInt() - shown >= 5,
          "-Dhaetae.seed=" + seed + ": " + counts);
      row.cells()
          .forEach(
              (name, cell) ->
                  cell.ifPresent(
                      told -> {
                        assertEquals(counts.get(name), told);
                        assertTrue(told == 0 || told >= 5, "-Dhaetae.seed=" + seed);
                      }));
    }
  }
}
