package org.haetae.casework.account;

import java.time.Duration;
import java.time.Instant;

/**
 * How long somebody must wait after wrong secrets in a row, so that guessing takes for ever and
 * mistyping doesn't (NIST SP 800-63B-4, section 3.2.2). Pure.
 *
 * @param free failures that cost nothing
 * @param first to wait after the next one; twice as long after each further one
 * @param longest to wait
 */
public record LockOut(int free, Duration first, Duration longest) {
  private static final int MOST_DOUBLINGS = 30;

  /** Four typing errors, then half a minute, up to a quarter of an hour. */
  public static LockOut standard() {
    return new LockOut(4, Duration.ofSeconds(30), Duration.ofMinutes(15));
  }

  /**
   * When the next try may be made.
   *
   * @param failures in a row, 0 and more
   * @param last when the last of them was
   */
  public Instant until(int failures, Instant last) {
    if (failures <= free) {
      return last;
    }
    int doublings = Math.min(failures - free - 1, MOST_DOUBLINGS);
    Duration wait = first.multipliedBy(1L << doublings);
    return last.plus(wait.compareTo(longest) > 0 ? longest : wait);
  }
}
