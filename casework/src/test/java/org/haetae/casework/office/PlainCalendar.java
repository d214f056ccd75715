package org.haetae.casework.office;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;

/**
 * Adds months by the number of the day and the offsets of the zone, without calendar arithmetic.
 */
record PlainCalendar(ZoneId zone) {
  private static final List<Integer> LENGTHS =
      List.of(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

  Instant plusMonths(Instant at, int months) {
    ZoneOffset own = zone.getRules().getOffset(at);
    LocalDateTime local = LocalDateTime.ofInstant(at, own);
    int year = local.getYear();
    int month = local.getMonthValue() + months;
    while (month > 12) {
      month -= 12;
      year++;
    }
    int day = Math.min(local.getDayOfMonth(), length(year, month));
    return instant(LocalDateTime.of(year, month, day, 0, 0).with(local.toLocalTime()), own);
  }

  private static int length(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : LENGTHS.get(month - 1);
  }

  /** An hour that there isn't is an hour later; of an hour that comes twice, the own offset's. */
  private Instant instant(LocalDateTime local, ZoneOffset own) {
    List<ZoneOffset> valid = zone.getRules().getValidOffsets(local);
    if (valid.isEmpty()) {
      ZoneOffsetTransition gap = Objects.requireNonNull(zone.getRules().getTransition(local));
      return local.toInstant(gap.getOffsetBefore());
    }
    return local.toInstant(valid.contains(own) ? own : valid.getFirst());
  }
}
