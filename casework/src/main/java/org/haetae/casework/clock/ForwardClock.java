package org.haetae.casework.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The wall clock, except that it never goes back. While the wall clock is behind, time goes on from
 * where it was at the pace of the monotonic clock, so that an escalation comes when it should even
 * though somebody set the machine's clock back by an hour. Safe for many threads.
 */
public final class ForwardClock implements InstantSource {
  private final InstantSource wall;
  private final LongSupplier nanoTime;
  private Instant last;
  private long lastNanos;
  private Duration behind = Duration.ZERO;

  /**
   * @param floor no instant before it is handed out: the newest that was ever written down
   * @param nanoTime monotonic, as {@link System#nanoTime}
   */
  public ForwardClock(InstantSource wall, LongSupplier nanoTime, Instant floor) {
    this.wall = wall;
    this.nanoTime = nanoTime;
    this.last = floor;
    this.lastNanos = nanoTime.getAsLong();
  }

  @Override
  public synchronized Instant instant() {
    long nanos = nanoTime.getAsLong();
    Instant steady = last.plusNanos(Math.max(0, nanos - lastNanos));
    Instant now = wall.instant();
    behind = now.isBefore(last) ? Duration.between(now, steady) : Duration.ZERO;
    last = now.isBefore(last) ? steady : now;
    lastNanos = nanos;
    return last;
  }

  /** How far the wall clock was behind when last asked; 0 where it was not. */
  public synchronized Duration behind() {
    return behind;
  }
}
