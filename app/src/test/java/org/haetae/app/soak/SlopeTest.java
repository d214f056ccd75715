package org.haetae.app.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlopeTest {
  @Test
  void aLineHasItsSlopeAndNoError() {
    Slope slope = new Slope();
    for (int i = 0; i < 20; i++) {
      slope.add(Duration.ofSeconds(5L * i), 300 + 2.5 * i * 5 / 60);
    }
    assertEquals(2.5, slope.perMinute(), 1e-9);
    assertEquals(0, slope.error(), 1e-6);
  }

  @Test
  void noiseIsToldByTheError() {
    Random random = new Random(5);
    Slope slope = new Slope();
    for (int i = 0; i < 720; i++) {
      slope.add(Duration.ofSeconds(5L * i), 300 + 4 * random.nextGaussian());
    }
    assertEquals(0, slope.perMinute(), 4 * slope.error());
    // sigma / sqrt(sum of squares of the minutes), from any textbook.
    assertEquals(4 / Math.sqrt(720 * 60 * 60 / 12.0), slope.error(), 0.001);
  }
}
