package org.haetae.sim.camera;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The one time-line that all cameras of a site share: nanoseconds since its start, and the wall
 * clock at each. Thread-safe.
 */
public final class SiteTime {
  private final LongSupplier nanos;
  private final long startNanos;
  private final Instant start;

  /**
   * Starts now.
   *
   * @param wallClock read once, so that a clock that is set later can't bend the time-line
   * @param nanos a clock that never falls, such as {@link System#nanoTime}
   */
  public SiteTime(InstantSource wallClock, LongSupplier nanos) {
    this.nanos = nanos;
    startNanos = nanos.getAsLong();
    start = wallClock.instant();
  }

  /** Nanoseconds since the start. */
  public long elapsed() {
    return nanos.getAsLong() - startNanos;
  }

  /** When a picture was captured that stands {@code elapsed} nanoseconds behind the start. */
  public Instant wallClock(long elapsed) {
    return start.plusNanos(elapsed);
  }
}
