package org.haetae.benchmarks.robustness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TallyTest {
  @Test
  void whereAllAgreeTheIntervalIsWilsons() {
    Tally tally = new Tally(10);
    for (int i = 0; i < 100; i++) {
      tally.count(i % 10, i % 10, true);
    }
    Rate rate = tally.rate(100, 1);
    assertEquals(1, rate.share(), 0);
    // n / (n + z²)
    assertEquals(0.963, rate.low(), 0.0005);
    assertEquals(1, rate.high(), 1e-9);
    assertEquals("100 (96–100)", rate.text());
  }

  @Test
  void peopleWhoDifferWidenTheInterval() {
    Tally alike = new Tally(10);
    Tally apart = new Tally(10);
    for (int i = 0; i < 1000; i++) {
      alike.count(i % 10, i % 10, i < 500);
      apart.count(i % 10, i % 10, i % 10 < 5);
    }
    Rate one = alike.rate(1000, 1);
    Rate two = apart.rate(1000, 1);
    assertEquals(0.5, one.share(), 1e-9);
    assertEquals(0.5, two.share(), 1e-9);
    assertTrue(one.high() - one.low() < 0.1);
    assertTrue(two.high() - two.low() > 0.4);
  }

  @Test
  void aPairWeighsAsBothOfItsPeople() {
    Tally tally = new Tally(10);
    for (int probe = 0; probe < 10; probe++) {
      for (int enrolled = 0; enrolled < 10; enrolled++) {
        if (probe != enrolled) {
          // One couple makes all the errors, so most draws of ten people lack one of the two.
          tally.count(probe, enrolled, probe == 0 && enrolled == 1);
        }
      }
    }
    Rate rate = tally.drawn(1);
    assertEquals(1.0 / 90, rate.share(), 1e-9);
    assertEquals(0, rate.low(), 1e-9);
    assertTrue(rate.high() > 0.04);
  }

  @Test
  void noHitAtAllHasNoIntervalByDrawing() {
    Tally tally = new Tally(3);
    tally.count(0, 1, false);
    assertEquals("0", tally.drawn(1).text());
  }

  @Test
  void nothingCountedIsNoRate() {
    assertEquals("–", new Tally(3).rate(1, 1).text());
  }
}
