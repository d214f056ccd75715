package org.haetae.casework.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockOutTest {
  private static final Instant LAST = Instant.parse("2026-11-26T03:00:00Z");
  private final LockOut rule = LockOut.standard();

  @Test
  void typingErrorsCostNothing() {
    for (int failures = 0; failures <= 4; failures++) {
      assertEquals(LAST, rule.until(failures, LAST));
    }
  }

  @Test
  void guessingCostsTwiceAsMuchEachTimeUpToAQuarterOfAnHour() {
    assertEquals(LAST.plusSeconds(30), rule.until(5, LAST));
    assertEquals(LAST.plusSeconds(60), rule.until(6, LAST));
    assertEquals(LAST.plusSeconds(480), rule.until(9, LAST));
    assertEquals(LAST.plus(Duration.ofMinutes(15)), rule.until(10, LAST));
    assertEquals(LAST.plus(Duration.ofMinutes(15)), rule.until(Integer.MAX_VALUE, LAST));
  }

  @Test
  void moreFailuresNeverWaitLess() {
    for (int failures = 1; failures < 200; failures++) {
      assertFalse(rule.until(failures, LAST).isBefore(rule.until(failures - 1, LAST)));
    }
  }
}
