package org.haetae.app.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {
  @Test
  void separatedScoresHaveNoErrors() {
    ErrorRates rates = new ErrorRates(new double[] {0.7, 0.8}, new double[] {0.1, 0.2, 0.3});
    assertEquals(0, rates.equalErrorRate());
    double threshold = rates.thresholdAt(0);
    assertTrue(threshold > 0.3 && threshold < 0.7);
    assertEquals(0, rates.falseAcceptRate(threshold));
    assertEquals(0, rates.falseRejectRate(threshold));
  }

  @Test
  void equalScoresAreAChance() {
    double[] same = {0.1, 0.2, 0.3, 0.4};
    assertEquals(0.5, new ErrorRates(same, same).equalErrorRate(), 0.13);
  }

  @Test
  void theThresholdKeepsItsPromise() {
    long seed = 7;
    Random random = new Random(seed);
    double[] genuine =
        DoubleStream.generate(() -> 0.6 + 0.1 * random.nextGaussian()).limit(500).toArray();
    double[] impostor =
        DoubleStream.generate(() -> 0.1 * random.nextGaussian()).limit(3000).toArray();
    ErrorRates rates = new ErrorRates(genuine, impostor);
    for (double far : new double[] {0.5, 0.1, 0.01, 0.001, 0.0001}) {
      double threshold = rates.thresholdAt(far);
      assertTrue(rates.falseAcceptRate(threshold) <= far, "seed " + seed + ", rate " + far);
      assertTrue(
          rates.falseAcceptRate(Math.nextDown(threshold)) > far,
          "a lower threshold would do, seed " + seed);
    }
  }

  @Test
  void noScoresAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new ErrorRates(new double[0], new double[1]));
  }
}
