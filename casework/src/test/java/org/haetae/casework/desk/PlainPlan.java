package org.haetae.casework.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is told when, by nothing but counting seconds on the local clock.
 *
 * @param repeat seconds between the calls of the last tier
 */
record PlainPlan(ZoneId zone, List<Tier> tiers, long repeat) {
  private static final int DAY = 86_400;

  /**
   * @param after seconds after the first tier
   * @param shifts when somebody is there; none where somebody always is
   */
  record Tier(long after, List<String> channels, List<Shift> shifts) {}

  /**
   * The same hours of some days.
   *
   * @param days on which it begins, 0 is Monday
   * @param from second of the day as the clock on the wall shows it
   * @param until likewise; where it is not after {@code from}, of the next day
   */
  record Shift(Set<Integer> days, int from, int until) {
    boolean covers(long local) {
      long today = Math.floorDiv(local, (long) DAY);
      long second = Math.floorMod(local, (long) DAY);
      long end = until > from ? until : until + DAY;
      return begins(today, second, end) || begins(today - 1, second + DAY, end);
    }

    private boolean begins(long day, long second, long end) {
      // 1 January 1970 was a Thursday.
      return days.contains((int) Math.floorMod(day + 3, 7L)) && second >= from && second < end;
    }
  }

  /** How long the next tier waits after {@code tier} was told at {@code now}. */
  Duration pause(int tier, Instant now) {
    if (tier >= tiers.size() - 1) {
      return Duration.ofSeconds(repeat);
    }
    List<Shift> shifts = tiers.get(tier).shifts();
    long local = now.getEpochSecond() + zone.getRules().getOffset(now).getTotalSeconds();
    boolean there = shifts.isEmpty() || shifts.stream().anyMatch(shift -> shift.covers(local));
    return there
        ? Duration.ofSeconds(tiers.get(tier + 1).after() - tiers.get(tier).after())
        : Duration.ZERO;
  }

  /** Channels of one tier; of the last one where there are no more. */
  Set<String> at(int tier) {
    return new TreeSet<>(tiers.get(Math.min(tier, tiers.size() - 1)).channels());
  }

  /** Channels of all tiers that have been told. */
  Set<String> upTo(int tier) {
    Set<String> all = new TreeSet<>();
    for (int each = 0; each <= tier && each < tiers.size(); each++) {
      all.addAll(tiers.get(each).channels());
    }
    return all;
  }
}
