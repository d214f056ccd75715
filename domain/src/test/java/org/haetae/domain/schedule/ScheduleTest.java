package org.haetae.domain.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private static Instant seoul(String local) {
    return LocalDateTime.parse(local).atZone(SEOUL).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    // The 7th of March 2026 is a Saturday.
    "2026-03-07T09:59:59, false",
    "2026-03-07T10:00, true",
    "2026-03-07T11:59:59, true",
    "2026-03-07T12:00, false",
    "2026-03-08T10:30, false",
    "2026-03-14T10:30, true"
  })
  void hoursOfOneDayOfTheWeek(String local, boolean inside) {
    Schedule handOver =
        new Schedule.Weekly(
            Set.of(DayOfWeek.SATURDAY), LocalTime.of(10, 0), LocalTime.of(12, 0), SEOUL);
    assertEquals(inside, handOver.contains(seoul(local)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-06T21:59:59, false",
    "2026-03-06T22:00, true",
    "2026-03-07T05:59:59, true",
    "2026-03-07T06:00, false",
    "2026-03-07T23:00, false",
    "2026-03-06T03:00, false"
  })
  void aNightBelongsToTheDayOnWhichItBegins(String local, boolean inside) {
    Schedule fridayNight =
        new Schedule.Weekly(
            Set.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), SEOUL);
    assertEquals(inside, fridayNight.contains(seoul(local)));
  }

  @Test
  void everyNightIsANight() {
    Schedule night = Schedule.Weekly.daily(LocalTime.of(22, 0), LocalTime.of(6, 0), SEOUL);
    assertTrue(night.contains(seoul("2026-03-08T03:00")));
    assertFalse(night.contains(seoul("2026-03-08T12:00")));
    assertTrue(night.contains(Instant.parse("2026-03-08T13:00:00Z")), "22:00 in Seoul");
  }

  @Test
  void onceIsHalfOpen() {
    Schedule hearing = new Schedule.Once(seoul("2026-04-01T09:00"), seoul("2026-04-01T12:00"));
    assertTrue(hearing.contains(seoul("2026-04-01T09:00")));
    assertFalse(hearing.contains(seoul("2026-04-01T12:00")));
  }

  @Test
  void whatCantBeATimeIsRefused() {
    Instant at = seoul("2026-04-01T09:00");
    assertThrows(IllegalArgumentException.class, () -> new Schedule.Once(at, at));
    LocalTime ten = LocalTime.of(10, 0);
    assertThrows(IllegalArgumentException.class, () -> Schedule.Weekly.daily(ten, ten, SEOUL));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Schedule.Weekly(Set.of(), ten, LocalTime.NOON, SEOUL));
  }
}
