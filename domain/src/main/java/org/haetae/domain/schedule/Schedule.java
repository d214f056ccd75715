package org.haetae.domain.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** When something holds. Immutable. */
public sealed interface Schedule {

  /** Whether {@code instant} belongs to it. */
  boolean contains(Instant instant);

  /**
   * The same hours of some days of the week, as the clocks of {@code zone} show them.
   *
   * @param days on which it begins; at least one
   * @param from belongs to it
   * @param until does not; where it is not after {@code from} it lies in the next day
   */
  record Weekly(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone)
      implements Schedule {
    public Weekly {
      days = Set.copyOf(days);
      if (days.isEmpty()) {
        throw new IllegalArgumentException("a weekly time needs at least one day");
      }
      if (from.equals(until)) {
        throw new IllegalArgumentException(
            "a time must not end when it begins, but this one runs from %s to %s"
                .formatted(from, until));
      }
    }

    /** The same hours of every day. */
    public static Weekly daily(LocalTime from, LocalTime until, ZoneId zone) {
      return new Weekly(Set.of(DayOfWeek.values()), from, until, zone);
    }

    @Override
    public boolean contains(Instant instant) {
      ZonedDateTime local = instant.atZone(zone);
      LocalTime time = local.toLocalTime();
      boolean late = !time.isBefore(from);
      boolean early = time.isBefore(until);
      if (from.isBefore(until)) {
        return late && early && days.contains(local.getDayOfWeek());
      }
      return (late && days.contains(local.getDayOfWeek()))
          || (early && days.contains(local.getDayOfWeek().minus(1)));
    }
  }

  /**
   * One time, half open.
   *
   * @param until after {@code from}
   */
  record Once(Instant from, Instant until) implements Schedule {
    public Once {
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException(
            "a time must begin before it ends, but this one runs from %s until %s"
                .formatted(from, until));
      }
    }

    @Override
    public boolean contains(Instant instant) {
      return !instant.isBefore(from) && instant.isBefore(until);
    }
  }
}
