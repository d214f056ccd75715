package org.haetae.app.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RampTest {
  private static final Work NO_WORK = new Work(0, Map.of(), 0, 0, 2);

  private static Step step(int cameras, boolean holds) {
    Duration latency = holds ? Duration.ofMillis(100) : Duration.ofMillis(900);
    return new Step(cameras, cameras, 1, latency, latency, 100, 0, 0, NO_WORK);
  }

  @Test
  void theLargestNumberThatHoldsIsFoundWithinATenth() {
    for (int truth = 0; truth <= 300; truth++) {
      int limit = truth;
      Ramp ramp = Ramp.climb(2, 256, cameras -> step(cameras, cameras <= limit));
      int most = Math.min(limit, 256);
      assertTrue(ramp.held() <= most, limit + ": " + ramp.held());
      assertTrue(most - ramp.held() <= Math.max(0, ramp.held() / 10), limit + ": " + ramp.held());
      assertTrue(ramp.steps().size() <= 16, limit + ": " + ramp.steps().size());
    }
  }

  @Test
  void nothingIsTriedTwiceAndNothingAboveTheMost() {
    List<Integer> tried = new ArrayList<>();
    Ramp.climb(
        2,
        20,
        cameras -> {
          tried.add(cameras);
          return step(cameras, cameras <= 11);
        });
    assertEquals(tried.stream().distinct().toList(), tried);
    assertTrue(tried.stream().allMatch(cameras -> cameras <= 20), tried.toString());
  }

  @Test
  void aPromiseBreaksInThreeWays() {
    Duration good = Duration.ofMillis(300);
    Duration late = Duration.ofMillis(301);
    assertEquals(Step.Broken.NOTHING, broken(8, good, 5));
    assertEquals(Step.Broken.CAMERAS_DARK, broken(7, good, 5));
    assertEquals(Step.Broken.TOO_LATE, broken(8, late, 5));
    assertEquals(Step.Broken.TURNS_DROPPED, broken(8, good, 6));
  }

  private static Step.Broken broken(int live, Duration p99, long dropped) {
    return new Step(8, live, 1, p99, p99, 1000, dropped, 0, NO_WORK).broken();
  }
}
