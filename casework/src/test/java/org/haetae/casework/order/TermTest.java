package org.haetae.casework.order;

import static org.haetae.casework.order.Orders.SEOUL;
import static org.haetae.casework.order.Orders.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {
  private static final DayCount KOREAN = new DayCount(SEOUL, false);

  @ParameterizedTest
  @CsvSource({
    // a day that has partly passed does not count
    "2026-11-26T15:00, P1M, 2026-12-27T00:00",
    "2026-11-26T00:00, P1M, 2026-12-26T00:00",
    "2026-11-26T23:59, P10D, 2026-12-07T00:00",
    // a month without that day ends with its last day
    "2027-01-31T00:00, P1M, 2027-03-01T00:00",
    "2028-01-31T00:00, P1M, 2028-03-01T00:00",
    "2027-01-29T00:00, P1M, 2027-03-01T00:00",
    "2028-01-29T00:00, P1M, 2028-02-29T00:00",
    "2028-01-29T00:01, P1M, 2028-03-01T00:00",
    "2026-11-30T00:00, P3M, 2027-03-01T00:00",
    // leap days
    "2028-02-29T00:00, P1Y, 2029-03-01T00:00",
    "2028-02-28T12:00, P1Y, 2029-03-01T00:00",
    "2027-03-01T00:00, P1Y, 2028-03-01T00:00",
    "2024-02-29T00:00, P4Y, 2028-02-29T00:00",
    "2028-02-28T00:00, P2D, 2028-03-01T00:00",
    "2027-02-28T00:00, P2D, 2027-03-02T00:00",
    // hours run from the moment
    "2028-02-28T15:30, PT48H, 2028-03-01T15:30",
  })
  void endsByTheCalendar(String from, String term, String end) {
    assertEquals(at(end), Term.parse(term).latestEnd(at(from), KOREAN));
  }

  @Test
  void aFirstDayMayCount() {
    assertEquals(
        at("2026-12-26T00:00"),
        Term.parse("P1M").latestEnd(at("2026-11-26T15:00"), new DayCount(SEOUL, true)));
  }

  @Test
  void aDayIsTheCountrysDay() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant from = LocalDate.of(2026, 3, 1).atStartOfDay(berlin).toInstant();
    assertEquals(
        LocalDate.of(2026, 4, 1).atStartOfDay(berlin).toInstant(),
        Term.parse("P1M").latestEnd(from, new DayCount(berlin, false)),
        "over the change to summer time");
  }

  @ParameterizedTest
  @ValueSource(strings = {"P0D", "P-1M", "-P1M", "PT0H", "PT-48H", "P2M-1D"})
  void aTermIsMoreThanNothing(String text) {
    assertThrows(IllegalArgumentException.class, () -> Term.parse(text));
  }

  /** The reference walks day by day and uses no calendar arithmetic but the next day. */
  @Test
  void monthsAgreeWithCountingDays() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      LocalDate first = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(5_000));
      int months = 1 + random.nextInt(40);
      Instant end =
          Term.parse("P" + months + "M").latestEnd(first.atStartOfDay(SEOUL).toInstant(), KOREAN);
      assertEquals(
          counted(first, months),
          end.atZone(SEOUL).toLocalDate(),
          "-Dhaetae.seed=%d: %s and %d months".formatted(seed, first, months));
    }
  }

  private static LocalDate counted(LocalDate first, int months) {
    LocalDate day = first;
    int begun = 0;
    while (begun < months) {
      day = day.plusDays(1);
      if (day.getDayOfMonth() == 1) {
        begun++;
      }
    }
    // in the month of the end: on to the same day number, or to the next first where there is none
    while (day.getDayOfMonth() < first.getDayOfMonth()) {
      LocalDate next = day.plusDays(1);
      if (next.getDayOfMonth() == 1) {
        return next;
      }
      day = next;
    }
    return day;
  }
}
