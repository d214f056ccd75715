package org.haetae.app.evaluation.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final long SEED = 20_26;

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElseThrow();
  }

  /** The mean of 30 normal people lies within ±1.96 σ / √30 in 95 of 100 experiments. */
  @Test
  void itCoversTheMeanOfANormalDistribution() {
    Random random = new Random(SEED);
    int covered = 0;
    double width = 0;
    int experiments = 400;
    for (int i = 0; i < experiments; i++) {
      List<Double> people = new ArrayList<>();
      for (int p = 0; p < 30; p++) {
        people.add(3 + random.nextGaussian());
      }
      Interval interval = new Bootstrap(1000, i).interval(people, BootstrapTest::mean);
      covered += interval.low() <= 3 && 3 <= interval.high() ? 1 : 0;
      width += (interval.high() - interval.low()) / experiments;
    }
    double share = (double) covered / experiments;
    assertTrue(share > 0.89 && share < 0.98, share + " covered, seed " + SEED);
    assertEquals(2 * 1.96 / Math.sqrt(30), width, 0.06, "seed " + SEED);
  }

  /** People who always hit or always miss are the trials, however often each was seen. */
  @Test
  void moreTrialsOfTheSamePeopleDoNotMakeItNarrower() {
    Rate few = Rate.of(outcomes(12, 1), Scenes.BOOTSTRAP);
    Rate many = Rate.of(outcomes(12, 50), Scenes.BOOTSTRAP);
    assertEquals(few.interval(), many.interval());
    assertEquals(600, many.trials());
  }

  private static List<Outcome> outcomes(int people, int each) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int p = 0; p < people; p++) {
      for (int i = 0; i < each; i++) {
        outcomes.add(new Outcome("p" + p, p % 3 > 0));
      }
    }
    return outcomes;
  }

  /** Shares of clustered trials, whose people differ (beta-binomial, mean 0.7). */
  @Test
  void aRateCoversTheShareOfPeopleWhoDiffer() {
    Random random = new Random(SEED);
    int covered = 0;
    int experiments = 400;
    for (int i = 0; i < experiments; i++) {
      List<Outcome> outcomes = new ArrayList<>();
      for (int p = 0; p < 25; p++) {
        double share = random.nextBoolean() ? 0.5 : 0.9;
        for (int trial = 0; trial < 8; trial++) {
          outcomes.add(new Outcome("p" + p, random.nextDouble() < share));
        }
      }
      Interval interval = Rate.of(outcomes, new Bootstrap(1000, i)).interval();
      covered += interval.low() <= 0.7 && 0.7 <= interval.high() ? 1 : 0;
    }
    double share = (double) covered / experiments;
    assertTrue(share > 0.88 && share < 0.985, share + " covered, seed " + SEED);
  }

  @Test
  void theSeedDecides() {
    List<Double> people = List.of(1.0, 2.0, 3.5, 5.0, 8.25, 13.0, 21.5);
    Interval one = new Bootstrap(1000, 1).interval(people, BootstrapTest::mean);
    assertEquals(one, new Bootstrap(1000, 1).interval(people, BootstrapTest::mean));
    assertNotEquals(one, new Bootstrap(1000, 2).interval(people, BootstrapTest::mean));
  }

  @Test
  void fewResamplesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Bootstrap(999, 1));
  }
}
