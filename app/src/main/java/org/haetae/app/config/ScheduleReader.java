package org.haetae.app.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.haetae.domain.schedule.Schedule;

/**
 * Reads times such as {@code 22:00-06:00}, of one date or of days of the week.
 *
 * @param zone whose clocks they are read from
 */
record ScheduleReader(ZoneId zone) {

  private record Hours(LocalTime from, LocalTime until) {}

  /** The hours under {@code key}, of every day; empty where there are none. */
  Optional<Schedule> daily(YamlMap map, String key) {
    Optional<Hours> hours = map.optional(key, Optional.empty(), ScheduleReader::hours);
    return hours.flatMap(
        found -> map.build(() -> Schedule.Weekly.daily(found.from(), found.until(), zone)));
  }

  /** {@code time} on a {@code date} or on {@code days}. */
  Optional<Schedule> read(YamlMap map) {
    if (map.has("days") == map.has("date")) {
      map.problem("days", "give either \"days\", such as [sat, sun], or one \"date\"");
      return Optional.empty();
    }
    Optional<Hours> hours = map.required("time", Optional.empty(), ScheduleReader::hours);
    if (map.has("date")) {
      Optional<LocalDate> date =
          map.required("date", Optional.empty(), text -> Optional.of(LocalDate.parse(text)));
      return hours.flatMap(time -> date.flatMap(day -> map.build(() -> once(day, time))));
    }
    Set<DayOfWeek> days = days(map);
    return hours.flatMap(
        time -> map.build(() -> new Schedule.Weekly(days, time.from(), time.until(), zone)));
  }

  private Schedule once(LocalDate day, Hours time) {
    ZonedDateTime from = day.atTime(time.from()).atZone(zone);
    ZonedDateTime until = day.atTime(time.until()).atZone(zone);
    return new Schedule.Once(
        from.toInstant(), (until.isAfter(from) ? until : until.plusDays(1)).toInstant());
  }

  private static Set<DayOfWeek> days(YamlMap map) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String text : map.texts("days")) {
      Optional<DayOfWeek> day = day(text);
      day.ifPresent(days::add);
      if (day.isEmpty()) {
        map.problem(
            "days",
            "\"%s\" is no day: they are mon, tue, wed, thu, fri, sat and sun".formatted(text));
      }
    }
    return days;
  }

  private static Optional<DayOfWeek> day(String text) {
    String begin = text.strip().toUpperCase(Locale.ROOT);
    return begin.length() < 3
        ? Optional.empty()
        : EnumSet.allOf(DayOfWeek.class).stream()
            .filter(day -> day.name().startsWith(begin))
            .findFirst();
  }

  private static Optional<Hours> hours(String text) {
    String[] ends = text.split("-", -1);
    try {
      if (ends.length == 2) {
        return Optional.of(
            new Hours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())));
      }
    } catch (DateTimeException e) {
      // Said in our words.
    }
    throw new IllegalArgumentException("it must be hours such as 22:00-06:00");
  }
}
