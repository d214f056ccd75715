package org.haetae.casework.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A station's watches as they stand.
 *
 * @param free watches that could be handed over, those on their way here included
 * @param kept watches that are reserved, which count as handed over today
 * @param owed people who wait, to whom watches are due before anybody else
 * @param due for each watch that people have, when its term ends
 */
public record Shelf(int free, int kept, int owed, List<LocalDate> due) {
  public static final Shelf EMPTY = new Shelf(0, 0, 0, List.of());

  public Shelf {
    due = List.copyOf(due);
    if (free < 0 || kept < 0 || owed < 0) {
      throw new IllegalArgumentException(
          "a station can't have %d free and %d kept watches and owe %d"
              .formatted(free, kept, owed));
    }
  }

  /** All shelves as if they were one, such as a country's. */
  public static Shelf together(Collection<Shelf> shelves) {
    List<LocalDate> due = new ArrayList<>();
    shelves.forEach(shelf -> due.addAll(shelf.due()));
    return new Shelf(
        shelves.stream().mapToInt(Shelf::free).sum(),
        shelves.stream().mapToInt(Shelf::kept).sum(),
        shelves.stream().mapToInt(Shelf::owed).sum(),
        due);
  }

  /** All watches of it that are in use or could be: free, kept and with people. */
  public int watches() {
    return free + kept + due.size();
  }
}
