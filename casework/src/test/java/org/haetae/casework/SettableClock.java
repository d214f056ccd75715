package org.haetae.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is told otherwise. Safe for many threads. */
public final class SettableClock implements InstantSource {
  public static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }
}
