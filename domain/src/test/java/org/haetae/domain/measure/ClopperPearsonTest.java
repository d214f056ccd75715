package org.haetae.domain.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClopperPearsonTest {
  /** As R's binom.test has them. */
  @Test
  void knownIntervals() {
    assertInterval(0, 10, 0, 0.3085);
    assertInterval(10, 10, 0.6915, 1);
    assertInterval(5, 10, 0.1871, 0.8129);
    assertInterval(1, 20, 0.0013, 0.2487);
    assertInterval(0, 1, 0, 0.975);
  }

  private static void assertInterval(int hits, int trials, double low, double high) {
    ClopperPearson.Limits interval = ClopperPearson.of(hits, trials);
    assertEquals(low, interval.low(), 5e-5);
    assertEquals(high, interval.high(), 5e-5);
  }

  @Test
  void itNeverCoversLessThanItPromises() {
    for (int trials : new int[] {1, 3, 10, 40}) {
      for (double share = 0.01; share < 1; share += 0.01) {
        double covered = 0;
        for (int hits = 0; hits <= trials; hits++) {
          ClopperPearson.Limits interval = ClopperPearson.of(hits, trials);
          if (interval.low() <= share && share <= interval.high()) {
            covered +=
                ClopperPearson.atMost(hits, trials, share)
                    - (hits == 0 ? 0 : ClopperPearson.atMost(hits - 1, trials, share));
          }
        }
        assertTrue(
            covered >= ClopperPearson.CONFIDENCE - 1e-9,
            covered + " of share " + share + " with " + trials + " trials");
      }
    }
  }

  @Test
  void whatIsNoShareIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ClopperPearson.of(0, 0));
    assertThrows(IllegalArgumentException.class, () -> ClopperPearson.of(3, 2));
  }
}
