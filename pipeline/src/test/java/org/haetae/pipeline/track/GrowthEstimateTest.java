package org.haetae.pipeline.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.pipeline.capture.Seeds;
import org.junit.jupiter.api.Test;

class GrowthEstimateTest {
  @Test
  void aKnownGrowthIsRecovered() {
    Seeds.each(
        500,
        random -> {
          double growth = random.nextDouble(-0.5, 0.5);
          double start = random.nextDouble(0, 10_000);
          double now = start;
          GrowthEstimate estimate = new GrowthEstimate();
          for (int i = 0; i < 20; i++) {
            estimate.add(now, (float) (60 * Math.exp(growth * (now - start))));
            now += random.nextDouble(0.06, 0.2);
          }
          assertEquals(growth, estimate.perSecond(), 1e-3);
        });
  }

  @Test
  void someJitterDoesNotHideIt() {
    Seeds.each(
        300,
        random -> {
          double growth = random.nextDouble(-0.3, 0.3);
          GrowthEstimate estimate = new GrowthEstimate();
          for (int i = 0; i < 40; i++) {
            double jitter = Math.clamp(random.nextGaussian() * 0.02, -0.06, 0.06);
            estimate.add(i / 10.0, (float) (60 * Math.exp(growth * i / 10 + jitter)));
          }
          assertEquals(growth, estimate.perSecond(), 0.06);
        });
  }

  @Test
  void aWalkerWhoComesStraightOnGrowsBySpeedOverDistance() {
    GrowthEstimate estimate = new GrowthEstimate();
    double distance = 20;
    for (int i = 0; i < 10; i++) {
      estimate.add(i / 10.0, (float) (800 / distance));
      distance -= 0.12;
    }
    assertEquals(1.2 / (distance + 0.6), estimate.perSecond(), 0.005);
  }

  @Test
  void fewOrHastySamplesSayNothing() {
    GrowthEstimate few = new GrowthEstimate();
    assertTrue(Double.isNaN(few.perSecond()));
    for (int i = 0; i < 3; i++) {
      few.add(i, 60);
      assertTrue(Double.isNaN(few.perSecond()));
    }
    GrowthEstimate hasty = new GrowthEstimate();
    for (int i = 0; i < 5; i++) {
      hasty.add(i * 0.1, 60);
      assertTrue(Double.isNaN(hasty.perSecond()));
    }
    GrowthEstimate frozen = new GrowthEstimate();
    for (int i = 0; i < 10; i++) {
      frozen.add(7, 60);
    }
    assertTrue(Double.isNaN(frozen.perSecond()));
  }

  @Test
  void whoTurnsRoundIsSeenToLeave() {
    GrowthEstimate estimate = new GrowthEstimate();
    for (int i = 0; i < 50; i++) {
      estimate.add(i / 10.0, (float) (40 * Math.exp(0.2 * i / 10)));
    }
    assertTrue(estimate.perSecond() > 0.15);
    for (int i = 50; i < 110; i++) {
      estimate.add(i / 10.0, (float) (40 * Math.exp(0.2 * (100 - i) / 10)));
    }
    assertTrue(estimate.perSecond() < -0.1, "grows by " + estimate.perSecond());
  }

  @Test
  void anHourOfLookingIsForgottenAsAMinuteIs() {
    GrowthEstimate hour = new GrowthEstimate();
    GrowthEstimate minute = new GrowthEstimate();
    for (int i = 0; i < 36_050; i++) {
      float height = (float) (60 * Math.exp(0.01 * Math.max(0, i - 36_000)));
      hour.add(i / 10.0, height);
      if (i >= 35_400) {
        minute.add(i / 10.0, height);
      }
    }
    assertEquals(minute.perSecond(), hour.perSecond(), 1e-6);
    assertTrue(hour.perSecond() > 0.05);
  }
}
