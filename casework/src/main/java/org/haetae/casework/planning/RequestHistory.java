package org.haetae.casework.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haetae.domain.id.StationId;

/**
 * On which days watches were asked for at each station.
 *
 * @param from first day that is known
 * @param until first day after, usually today, which isn't over
 * @param asked a day for each request; stations at which nobody asked are there, with none
 */
public record RequestHistory(
    LocalDate from, LocalDate until, Map<StationId, List<LocalDate>> asked) {
  private static final int WEEK = 7;

  public RequestHistory {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(
          "a history must run forwards, not from %s until %s".formatted(from, until));
    }
    Map<StationId, List<LocalDate>> all = new HashMap<>();
    for (var station : asked.entrySet()) {
      all.put(station.getKey(), List.copyOf(station.getValue()));
      for (LocalDate day : station.getValue()) {
        if (day.isBefore(from) || !day.isBefore(until)) {
          throw new IllegalArgumentException(
              "%s is outside the history from %s until %s".formatted(day, from, until));
        }
      }
    }
    asked = Map.copyOf(all);
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, until);
  }

  /** How many whole weeks there are, counted back from the end. */
  public int weeks() {
    return (int) (days() / WEEK);
  }

  /**
   * Requests of the whole country in each whole week, the oldest first; days before don't count.
   */
  public List<Integer> byWeek() {
    int weeks = weeks();
    Integer[] counts = new Integer[weeks];
    Arrays.fill(counts, 0);
    asked.values().stream()
        .flatMap(List::stream)
        .mapToLong(day -> (ChronoUnit.DAYS.between(day, until) - 1) / WEEK)
        .filter(ago -> ago < weeks)
        .forEach(ago -> counts[weeks - 1 - (int) ago]++);
    return List.of(counts);
  }
}
