package org.haetae.casework.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.order.DayCount;
import org.haetae.casework.order.Term;

/**
 * How long each class is kept. Immutable.
 *
 * @param version that reports name
 * @param count whose calendar it is and from which day it counts
 * @param rules one for each class
 */
public record RetentionRules(String version, DayCount count, Map<KeptClass, RetentionRule> rules) {
  /** More days than a short month can move an end by. */
  private static final int SLACK = 4;

  public RetentionRules {
    rules = Map.copyOf(new EnumMap<>(rules));
    for (KeptClass what : KeptClass.values()) {
      if (!rules.containsKey(what)) {
        throw new IllegalArgumentException("nothing is said of " + what);
      }
    }
  }

  public RetentionRule of(KeptClass what) {
    RetentionRule rule = rules.get(what);
    if (rule == null) {
      throw new IllegalStateException("checked when it was made");
    }
    return rule;
  }

  /** When something is to go, the first instant at which it may no longer be there. */
  public Optional<Instant> dueAt(KeptClass what, Instant since) {
    return of(what).length().map(length -> length.latestEnd(since, count));
  }

  /**
   * Whatever counts from this instant or before is due at {@code now}, and nothing later; empty
   * where none ever is.
   */
  public Optional<Instant> dueUpTo(KeptClass what, Instant now) {
    return of(what).length().map(length -> dueUpTo(length, now));
  }

  /** Found by trying: months have no fixed length, so an end can't be counted backwards. */
  private Instant dueUpTo(Term length, Instant now) {
    return switch (length) {
      case Term.Hours(var exact) -> now.minus(exact);
      case Term.Days(var calendar) -> {
        LocalDate day = now.atZone(count.zone()).toLocalDate().minus(calendar).plusDays(SLACK);
        while (length.latestEnd(noon(day), count).isAfter(now)) {
          day = day.minusDays(1);
        }
        // What begins with the very next day has that day as its first, as this one has.
        yield day.plusDays(1).atStartOfDay(count.zone()).toInstant();
      }
    };
  }

  private Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(count.zone()).toInstant();
  }

  /** What is to become of something that is kept, by the clock and the holds. */
  public Verdict judge(Kept kept, Holds holds, Instant now) {
    if (holds.keep(kept)) {
      return new Verdict.Held();
    }
    Optional<Instant> due = kept.since().flatMap(since -> dueAt(kept.what(), since));
    if (due.isEmpty()) {
      return new Verdict.InUse();
    }
    return due.get().isAfter(now) ? new Verdict.Later(due.get()) : new Verdict.Due(due.get());
  }
}
