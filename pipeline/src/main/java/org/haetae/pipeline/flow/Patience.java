package org.haetae.pipeline.flow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a grabber that hands on what was kept may still wait for each picture's analysis. A shard
 * with many cameras takes longer over a picture than the camera over the next, and while a grabber
 * waits it reads nothing: after {@link #MOST} pictures supersede each other again, until it has
 * caught up. One thread at a time.
 */
final class Patience {
  /** How far a camera may fall behind for the sake of what was kept. */
  static final Duration MOST = Duration.ofSeconds(3);

  private @Nullable Instant since;

  /**
   * To be asked for each picture.
   *
   * @param catchingUp whether it was kept
   */
  boolean lasts(boolean catchingUp, Instant now) {
    if (!catchingUp) {
      since = null;
      return false;
    }
    if (since == null) {
      since = now;
    }
    return Duration.between(since, now).compareTo(MOST) < 0;
  }
}
