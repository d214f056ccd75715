package org.haetae.console.turnstile;

import java.time.Duration;
import java.time.Instant;

/**
 * What is left to one asker: a token bucket (as of ITU-T I.371, annex A, the continuous-state leaky
 * bucket, seen from the other side). Pure.
 *
 * @param tokens left at {@code at}; below 1 nothing is taken
 */
record Bucket(double tokens, Instant at) {
  private static final double NANOS = 1e9;

  static Bucket full(Rate rate, Instant now) {
    return new Bucket(rate.burst(), now);
  }

  /** What has come in since; a clock that was set back brings nothing and takes nothing. */
  Bucket filled(Rate rate, Instant now) {
    double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1e3);
    return new Bucket(Math.min(rate.burst(), tokens + seconds * rate.perSecond()), now);
  }

  boolean mayTake() {
    return tokens >= 1;
  }

  Bucket taken() {
    return new Bucket(tokens - 1, at);
  }

  /** Until the next may be taken. */
  Duration pause(Rate rate) {
    return mayTake()
        ? Duration.ZERO
        : Duration.ofNanos((long) Math.ceil((1 - tokens) / rate.perSecond() * NANOS));
  }
}
