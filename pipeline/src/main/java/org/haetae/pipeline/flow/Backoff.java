package org.haetae.pipeline.flow;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waiting times between attempts: doubling from half a second to a ceiling, each with up to half of
 * it taken off at random so that cameras behind one switch don't return in step. No end to the
 * attempts. One thread at a time.
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(500);

  private final Duration ceiling;
  private final Duration refusal;
  private final RandomGenerator random;
  private Duration next = FIRST;

  /**
   * @param ceiling of the doubling
   * @param refusal between attempts while the password is refused
   */
  Backoff(Duration ceiling, Duration refusal, RandomGenerator random) {
    this.ceiling = ceiling;
    this.refusal = refusal;
    this.random = random;
  }

  /** How long to wait before the next attempt. */
  Duration next() {
    Duration full = next;
    Duration doubled = full.multipliedBy(2);
    next = doubled.compareTo(ceiling) > 0 ? ceiling : doubled;
    return full.minusNanos((long) (full.toNanos() / 2.0 * random.nextDouble()));
  }

  /**
   * How long to wait after a refused password: doubling helps nothing there, and many cameras lock
   * an account after a few attempts.
   */
  Duration afterRefusal() {
    return refusal;
  }

  /** After a success the next failure waits as short as the first. */
  void reset() {
    next = FIRST;
  }
}
