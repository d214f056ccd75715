package org.haetae.pipeline.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class NormalTest {
  /** Tail values as tabulated, for example in Abramowitz and Stegun, table 26.1 and 26.2. */
  @Test
  void tailsAreThoseOfTheTables() {
    assertEquals(0.5, Normal.upperTail(0), 1e-12);
    assertEquals(0.1586552539, Normal.upperTail(1), 1e-9);
    assertEquals(0.0227501319, Normal.upperTail(2), 1e-9);
    assertEquals(1.349898e-3, Normal.upperTail(3), 1e-8);
    assertEquals(3.167124e-5, Normal.upperTail(4), 1e-10);
    assertEquals(9.865876e-10, Normal.upperTail(6), 1e-15);
  }

  @Test
  void aTailAndItsBoundAreInverse() {
    Normal normal = new Normal(0.02, 0.1);
    for (double tail = 0.4; tail > 1e-9; tail /= 3) {
      double bound = normal.exceededWith(tail);
      assertEquals(tail, Normal.upperTail((bound - 0.02) / 0.1), tail * 1e-3);
    }
  }

  @Test
  void rarerMeansHigher() {
    Normal normal = new Normal(0, 1);
    double last = -1;
    for (double tail = 0.5; tail > 1e-12; tail /= 2) {
      double bound = normal.exceededWith(tail);
      assertTrue(bound > last);
      last = bound;
    }
  }
}
