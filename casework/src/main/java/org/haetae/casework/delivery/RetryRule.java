package org.haetae.casework.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a notice that failed is tried again: doubling from {@code first} to {@code longest}, until
 * it is {@code giveUp} old. No jitter: a site has one courier a channel, so there is no herd.
 */
public record RetryRule(Duration first, Duration longest, Duration giveUp) {
  /** Half a second at first, half a minute at most, a dead letter after a day. */
  public static RetryRule defaults() {
    return new RetryRule(Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofDays(1));
  }

  /**
   * @param failures attempts that have failed, at least 1
   */
  public Duration pause(int failures) {
    int doublings = Math.min(failures - 1, 30);
    Duration pause = first.multipliedBy(1L << doublings);
    return pause.compareTo(longest) < 0 ? pause : longest;
  }

  /** When the parcel is due again; empty where it has become a dead letter. */
  public Optional<Instant> next(Parcel parcel, Instant now) {
    if (!now.isBefore(parcel.created().plus(giveUp))) {
      return Optional.empty();
    }
    return Optional.of(now.plus(pause(parcel.attempts() + 1)));
  }
}
