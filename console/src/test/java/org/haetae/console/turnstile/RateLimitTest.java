package org.haetae.console.turnstile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private final RateLimit limit = new RateLimit(new Rate(3, 0.5), 2);

  private boolean passes(String asker, double seconds) {
    return limit.pass(asker, NOON.plusMillis((long) (seconds * 1000))).isEmpty();
  }

  /** How many of so many that ask at once are let through. */
  private int passing(int asking, String asker, double seconds) {
    int passing = 0;
    for (int i = 0; i < asking; i++) {
      passing += passes(asker, seconds) ? 1 : 0;
    }
    return passing;
  }

  @Test
  void aBurstIsLetThroughAndThenTheRate() {
    assertEquals(3, passing(3, "a", 0));
    assertEquals(Optional.of(Duration.ofSeconds(2)), limit.pass("a", NOON));
    assertEquals(Optional.of(Duration.ofSeconds(1)), limit.pass("a", NOON.plusSeconds(1)));
    assertTrue(passes("a", 2));
    assertTrue(!passes("a", 2) && !passes("a", 3.9) && passes("a", 4));
  }

  @Test
  void restFillsABucketToItsBrimOnly() {
    assertTrue(passes("a", 0));
    assertEquals(3, passing(3, "a", 9999));
    assertTrue(!passes("a", 9999));
  }

  @Test
  void oneDoesNotPayForAnother() {
    assertEquals(3, passing(4, "a", 0));
    assertTrue(passes("b", 0));
  }

  @Test
  void aClockThatIsSetBackNeitherGivesNorTakes() {
    assertEquals(3, passing(3, "a", 0));
    assertTrue(!passes("a", -3600));
    assertTrue(passes("a", -3598), "it goes on from the new hour");
  }

  @Test
  void whoHasNotAskedForLongestIsForgotten() {
    assertEquals(3, passing(4, "a", 0));
    assertTrue(passes("b", 0) && !passes("a", 0) && passes("c", 0));
    assertTrue(!passes("a", 0), "it asked after b");
    assertEquals(3, passing(3, "b", 0), "it began anew");
  }

  @Test
  void inTheLongRunNobodyGetsMoreThanTheRate() {
    long seed = new Random().nextLong();
    System.out.println("RateLimitTest seed " + seed);
    Random random = new Random(seed);
    double at = 0;
    int passed = 0;
    for (int i = 0; i < 5000; i++) {
      at += random.nextDouble();
      passed += passes("a", at) ? 1 : 0;
    }
    assertTrue(passed <= 3 + at * 0.5 + 1, "%d in %f s".formatted(passed, at));
    assertTrue(passed >= at * 0.5 - 1, "%d in %f s".formatted(passed, at));
  }

  @Test
  void aRateLetsSomethingThrough() {
    assertThrows(IllegalArgumentException.class, () -> new Rate(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Rate(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Rate(1, Double.NaN));
  }
}
