package org.haetae.pipeline.flow;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void waitsGrowToTheCeilingAndNoFurther() {
    long seed = 5;
    Duration ceiling = Duration.ofSeconds(8);
    Backoff backoff = new Backoff(ceiling, Duration.ofSeconds(8), new Random(seed));
    for (int i = 0; i < 1000; i++) {
      Duration wait = backoff.next();
      Duration full = Duration.ofMillis(Math.min(8000, 500L << Math.min(i, 10)));
      assertTrue(wait.compareTo(full) <= 0, "seed " + seed);
      assertTrue(wait.compareTo(full.dividedBy(2)) >= 0, "seed " + seed);
    }
    backoff.reset();
    assertTrue(backoff.next().compareTo(Duration.ofMillis(500)) <= 0);
  }
}
