package org.haetae.casework.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.order.Measure;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.domain.id.Spelling;

/**
 * Counts by month, before anything is hidden.
 *
 * @param zone whose months count
 * @param from the first month
 * @param until the last
 */
public record MonthlyCounts(ZoneId zone, YearMonth from, YearMonth until) {
  public MonthlyCounts {
    if (from.isAfter(until)) {
      throw new IllegalArgumentException(
          "months must run forwards, not from %s to %s".formatted(from, until));
    }
  }

  /** Cases by the month in which they were opened, or measures by the month of their beginning. */
  public NavigableMap<YearMonth, NavigableMap<String, Integer>> of(
      Collection<CaseFile> cases, Collection<OrderFile> orders, Dimension by) {
    NavigableMap<YearMonth, NavigableMap<String, Integer>> counts = new TreeMap<>();
    for (YearMonth month = from; !month.isAfter(until); month = month.plusMonths(1)) {
      counts.put(month, new TreeMap<>());
    }
    switch (by) {
      case OFFENCE ->
          cases.forEach(file -> opened(counts, file, Spelling.of(file.opened().offence())));
      case STATION -> cases.forEach(file -> opened(counts, file, file.opened().station().value()));
      case AGE_BAND -> cases.forEach(file -> opened(counts, file, age(file)));
      case MEASURE -> measures(counts, cases, orders);
    }
    // Each month has every column, so that an empty cell is a 0 and not a riddle.
    TreeMap<String, Integer> none = new TreeMap<>();
    counts.values().forEach(row -> row.keySet().forEach(name -> none.put(name, 0)));
    counts.values().forEach(row -> none.forEach(row::putIfAbsent));
    return counts;
  }

  private void measures(
      Map<YearMonth, NavigableMap<String, Integer>> counts,
      Collection<CaseFile> cases,
      Collection<OrderFile> orders) {
    for (OrderFile order : orders) {
      for (Measure measure : order.measures()) {
        add(counts, order.issued().validity().from(), Spelling.of(measure.kind()));
      }
    }
    for (CaseFile file : cases) {
      for (WatchRequest request : file.requests()) {
        request.handed().ifPresent(at -> add(counts, at, "watch"));
      }
    }
  }

  private void opened(
      Map<YearMonth, NavigableMap<String, Integer>> counts, CaseFile file, String name) {
    add(counts, file.opened().at(), name);
  }

  private void add(Map<YearMonth, NavigableMap<String, Integer>> counts, Instant at, String name) {
    NavigableMap<String, Integer> row = counts.get(YearMonth.from(at.atZone(zone)));
    if (row != null) {
      row.merge(name, 1, Integer::sum);
    }
  }

  private String age(CaseFile file) {
    if (file.opened().birthYear().isEmpty()) {
      return "unknown";
    }
    int year = file.opened().at().atZone(zone).getYear();
    return AgeBand.of(year - file.opened().birthYear().getAsInt()).words();
  }
}
