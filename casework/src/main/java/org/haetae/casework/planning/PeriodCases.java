package org.haetae.casework.planning;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How many cases a period had.
 *
 * @param from first day
 * @param until first day after it
 * @param count at least 1
 */
public record PeriodCases(LocalDate from, LocalDate until, int count) {
  public PeriodCases {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "a period must run forwards, not from %s until %s".formatted(from, until));
    }
    if (count < 1) {
      throw new IllegalArgumentException(
          "a period that is reckoned with must have cases: %s".formatted(from));
    }
  }

  public long days() {
    return ChronoUnit.DAYS.between(from, until);
  }

  /** Whether it is one calendar year, so that its count is a year's as it stands. */
  public boolean wholeYear() {
    return from.getDayOfYear() == 1 && until.equals(from.plusYears(1));
  }

  /**
   * Cases of a whole year if the rest of it is like the period, day for day: the count times days
   * of the year in which it begins over days of the period. A half-year's season isn't taken out,
   * for nothing is known of it.
   */
  public double yearly() {
    return wholeYear() ? count : count * (double) from.lengthOfYear() / days();
  }
}
