package org.haetae.casework.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tiers that are told one after the other until a person acknowledges. Past the last one the last
 * is told again and again: an incident that nobody answers never falls silent.
 *
 * @param tiers at least one; the first at 0, each later than the one before
 * @param repeat pause between the calls of the last tier, more than 0
 */
public record EscalationPlan(List<Tier> tiers, Duration repeat) {
  public EscalationPlan {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("the escalation plan has no tier: name at least one");
    }
    if (!tiers.getFirst().after().isZero()) {
      throw new IllegalArgumentException(
          "escalation tier \"%s\" is the first and must be told at once, but comes after %s"
              .formatted(tiers.getFirst().name(), tiers.getFirst().after()));
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).after().compareTo(tiers.get(i - 1).after()) <= 0) {
        throw new IllegalArgumentException(
            "escalation tier \"%s\" must come later than \"%s\""
                .formatted(tiers.get(i).name(), tiers.get(i - 1).name()));
      }
    }
    if (!repeat.isPositive()) {
      throw new IllegalArgumentException("the last tier must be called again after more than 0 s");
    }
  }

  /**
   * How long to wait after {@code tier} was told at {@code now} before the next is: not at all
   * where nobody of it is on duty. It was told nevertheless, for somebody may be there.
   */
  public Duration pauseAfter(int tier, Instant now) {
    if (tier + 1 >= tiers.size()) {
      return repeat;
    }
    return tiers.get(tier).roster().isStaffed(now)
        ? tiers.get(tier + 1).after().minus(tiers.get(tier).after())
        : Duration.ZERO;
  }

  /** Channels that are told when {@code tier} is reached. */
  public List<String> toldAt(int tier) {
    return tiers.get(Math.min(tier, tiers.size() - 1)).channels();
  }

  /** Channels of all tiers up to {@code tier}: whoever was told before hears of what follows. */
  public Set<String> toldUpTo(int tier) {
    Set<String> channels = new LinkedHashSet<>();
    tiers.subList(0, Math.min(tier + 1, tiers.size())).stream()
        .map(Tier::channels)
        .forEach(channels::addAll);
    return channels;
  }
}
