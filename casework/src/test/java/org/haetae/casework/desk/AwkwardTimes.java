package org.haetae.casework.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Moments about which clocks change, and the beginnings and ends of leap days. Immutable. */
final class AwkwardTimes {
  private final NavigableSet<Instant> all = new TreeSet<>();

  AwkwardTimes(ZoneId zone, Instant from, Instant until) {
    ZoneOffsetTransition change = zone.getRules().nextTransition(from);
    while (change != null && change.getInstant().isBefore(until)) {
      for (int minutes = -90; minutes <= 90; minutes += 30) {
        all.add(change.getInstant().plus(Duration.ofMinutes(minutes)));
      }
      change = zone.getRules().nextTransition(change.getInstant());
    }
    LocalDate end = LocalDate.ofInstant(until, zone);
    for (LocalDate day = LocalDate.ofInstant(from, zone);
        day.isBefore(end);
        day = day.plusDays(1)) {
      if (day.getMonthValue() == 2 && day.getDayOfMonth() == 29) {
        all.add(day.atStartOfDay(zone).toInstant());
        all.add(day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000));
      }
    }
  }

  Optional<Instant> after(Instant now) {
    return Optional.ofNullable(all.higher(now));
  }
}
