package org.haetae.casework.order;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * How a country counts the days of a term.
 *
 * @param zone whose calendar it is
 * @param firstDayCounts whether a day that has partly passed when the order begins is the first
 */
public record DayCount(ZoneId zone, boolean firstDayCounts) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** {@code instant} as people of that country read it, to the minute. */
  public String say(Instant instant) {
    return MINUTE.format(instant.atZone(zone)) + " (" + zone + ")";
  }
}
