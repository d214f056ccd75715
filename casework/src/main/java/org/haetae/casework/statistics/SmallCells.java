package org.haetae.casework.statistics;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Hides cells of a row in which fewer than {@code least} people are, and more until what is hidden
 * is at least two cells of {@code least} people together, since otherwise the sum would give them
 * away; where there are no others, the sum is hidden instead. (Primary and secondary suppression;
 * A. Hundepool et al., Statistical Disclosure Control, Wiley 2012, chapter 4.)
 *
 * @param least the smallest number that may be told, above 1; 0 may always be told
 */
public record SmallCells(int least) {
  public SmallCells {
    if (least < 2) {
      throw new IllegalArgumentException("cells of one person must be hidden: " + least);
    }
  }

  /**
   * A row as it may be published.
   *
   * @param cells empty where hidden
   * @param sum of all cells; empty where hidden
   */
  public record Row(NavigableMap<String, OptionalInt> cells, OptionalInt sum) {}

  public Row publish(Map<String, Integer> counts) {
    TreeMap<String, OptionalInt> cells = new TreeMap<>();
    counts.forEach(
        (name, count) ->
            cells.put(
                name, count > 0 && count < least ? OptionalInt.empty() : OptionalInt.of(count)));
    int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
    while (givenAway(cells, sum)) {
      Optional<String> smallest = smallestTold(cells);
      if (smallest.isEmpty()) {
        return new Row(cells, OptionalInt.empty());
      }
      cells.put(smallest.get(), OptionalInt.empty());
    }
    return new Row(cells, OptionalInt.of(sum));
  }

  private boolean givenAway(Map<String, OptionalInt> cells, int sum) {
    long hidden = cells.values().stream().filter(OptionalInt::isEmpty).count();
    int told = cells.values().stream().mapToInt(cell -> cell.orElse(0)).sum();
    return hidden == 1 || (hidden > 1 && sum - told < least);
  }

  private static Optional<String> smallestTold(Map<String, OptionalInt> cells) {
    return cells.entrySet().stream()
        .filter(cell -> cell.getValue().orElse(0) > 0)
        .min(Comparator.comparingInt(cell -> cell.getValue().orElse(0)))
        .map(Map.Entry::getKey);
  }
}
