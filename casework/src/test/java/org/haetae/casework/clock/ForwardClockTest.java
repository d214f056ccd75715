package org.haetae.casework.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.haetae.casework.SettableClock;
import org.junit.jupiter.api.Test;

class ForwardClockTest {
  private final SettableClock wall = new SettableClock();
  private final AtomicLong nanos = new AtomicLong(-5);

  private void pass(Duration time) {
    wall.advance(time);
    nanos.addAndGet(time.toNanos());
  }

  @Test
  void goesOnAtItsPaceWhileTheWallClockIsBehindAndJoinsItLater() {
    ForwardClock clock = new ForwardClock(wall, nanos::get, Instant.EPOCH);
    assertEquals(SettableClock.START, clock.instant());
    wall.advance(Duration.ofHours(-1));
    pass(Duration.ofSeconds(10));
    assertEquals(SettableClock.START.plusSeconds(10), clock.instant());
    assertEquals(Duration.ofHours(1), clock.behind());
    pass(Duration.ofSeconds(10));
    assertEquals(SettableClock.START.plusSeconds(20), clock.instant());
    wall.advance(Duration.ofHours(1));
    pass(Duration.ofSeconds(1));
    assertEquals(wall.instant(), clock.instant());
    assertEquals(Duration.ZERO, clock.behind());
  }

  @Test
  void beginsNotBeforeWhatWasWrittenDown() {
    Instant floor = SettableClock.START.plusSeconds(600);
    ForwardClock clock = new ForwardClock(wall, nanos::get, floor);
    pass(Duration.ofSeconds(3));
    assertEquals(floor.plusSeconds(3), clock.instant());
  }

  @Test
  void neverGoesBack() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    ForwardClock clock = new ForwardClock(wall, nanos::get, Instant.EPOCH);
    Instant last = clock.instant();
    for (int i = 0; i < 10_000; i++) {
      pass(Duration.ofMillis(random.nextInt(2000)));
      wall.advance(Duration.ofMillis(random.nextInt(8000) - 4000));
      Instant now = clock.instant();
      assertFalse(now.isBefore(last), "back from " + last + " to " + now);
      last = now;
    }
  }
}
