package org.haetae.casework.report;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A calendar month in a zone.
 *
 * @param from its first instant
 * @param until the next month's first instant
 */
public record MonthSpan(Instant from, Instant until) {
  public static MonthSpan of(YearMonth month, ZoneId zone) {
    return new MonthSpan(start(month, zone), start(month.plusMonths(1), zone));
  }

  private static Instant start(YearMonth month, ZoneId zone) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }
}
