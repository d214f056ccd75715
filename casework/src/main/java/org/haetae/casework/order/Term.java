package org.haetae.casework.order;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;

/** A length of time as a law states it, more than nothing. */
public sealed interface Term {
  /**
   * The latest end, which itself no longer belongs to it, of what begins at {@code from}.
   *
   * @throws DateTimeException beyond the year 999,999,999
   */
  Instant latestEnd(Instant from, DayCount count);

  /** Reads ISO 8601: {@code P3M}, {@code P1Y}, {@code P10D}, {@code PT48H}. */
  static Term parse(String text) {
    boolean clock = text.startsWith("PT") || text.startsWith("-PT");
    return clock ? new Hours(Duration.parse(text)) : new Days(Period.parse(text));
  }

  /** Hours run from the moment that they are ordered. */
  record Hours(Duration length) implements Term {
    public Hours {
      if (!length.isPositive()) {
        throw new IllegalArgumentException("a term must be longer than nothing, not " + length);
      }
    }

    @Override
    public Instant latestEnd(Instant from, DayCount count) {
      return from.plus(length);
    }

    @Override
    public String toString() {
      return length.toHours() + " hours";
    }
  }

  /**
   * Days, months and years run by the calendar and end with a day. A month ends on the eve of the
   * same day number, or with its last day where it has no such day (Korean Civil Act, Art. 159 and
   * 160).
   */
  record Days(Period length) implements Term {
    public Days {
      if (length.isNegative() || length.isZero()) {
        throw new IllegalArgumentException("a term must be longer than nothing, not " + length);
      }
    }

    @Override
    public Instant latestEnd(Instant from, DayCount count) {
      LocalDate first = firstCounted(from.atZone(count.zone()), count.firstDayCounts());
      LocalDate after = first.plusMonths(length.toTotalMonths());
      boolean monthTooShort = after.getDayOfMonth() < first.getDayOfMonth();
      LocalDate end =
          (monthTooShort ? after.plusDays(1) : after).plus(length.withYears(0).withMonths(0));
      return end.atStartOfDay(count.zone()).toInstant();
    }

    private static LocalDate firstCounted(ZonedDateTime from, boolean firstDayCounts) {
      boolean wholeDay = from.toLocalTime().equals(LocalTime.MIDNIGHT);
      return firstDayCounts || wholeDay ? from.toLocalDate() : from.toLocalDate().plusDays(1);
    }

    @Override
    public String toString() {
      StringBuilder words = new StringBuilder();
      append(words, length.getYears(), "year");
      append(words, length.getMonths(), "month");
      append(words, length.getDays(), "day");
      return words.toString();
    }

    private static void append(StringBuilder words, int number, String unit) {
      if (number != 0) {
        words.append(words.isEmpty() ? "" : " ").append(number).append(' ').append(unit);
        words.append(number == 1 ? "" : "s");
      }
    }
  }
}
