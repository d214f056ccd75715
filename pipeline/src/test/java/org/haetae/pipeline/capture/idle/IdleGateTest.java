package org.haetae.pipeline.capture.idle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IdleGateTest {
  private static final int GROUP = 60;
  private static final double RATE = 15;

  private final IdleGate gate = new IdleGate();
  private int picture;

  /** The next picture of a still scene, 4 s between key frames. */
  private Step next(int bytes, boolean wanted) {
    int number = picture++;
    boolean keyFrame = number % GROUP == 0;
    return gate.next(keyFrame, keyFrame ? 100_000 : bytes, number / RATE, wanted);
  }

  private void fallAsleep() {
    while (gate.awake()) {
      next(7000, false);
    }
  }

  @Test
  void sleepsAtTheFirstKeyFrameAfterAFirstLook() {
    fallAsleep();
    assertEquals(GROUP, picture - 1);
    assertEquals(Step.KEEP, next(7000, false));
  }

  @Test
  void sleepsAtTheFirstKeyFrameAfterFiveCalmSeconds() {
    next(7000, true);
    fallAsleep();
    assertEquals(2 * GROUP, picture - 1);
    assertEquals(Step.KEEP, next(7000, false));
  }

  @Test
  void glancesAtEachKeyFrameWhileAsleep() {
    fallAsleep();
    int glances = 0;
    for (int i = 0; i < 10 * GROUP; i++) {
      Step step = next(7000, false);
      assertFalse(gate.awake());
      glances += step == Step.GLANCE ? 1 : 0;
    }
    assertEquals(10, glances);
  }

  @Test
  void anUnusuallyLargePictureWakesAtOnce() {
    fallAsleep();
    for (int i = 0; i < 30; i++) {
      next(7000, false);
    }
    assertEquals(Step.WAKE, next(9000, false));
    assertEquals(Step.DECODE, next(7000, false));
  }

  @Test
  void whatTheAnalysisWantsIsDecodedAtOnceAndNeverSleeps() {
    fallAsleep();
    assertEquals(Step.WAKE, next(7000, true));
    for (int i = 0; i < 20 * GROUP; i++) {
      assertEquals(Step.DECODE, next(7000, true));
    }
  }

  @Test
  void keyFramesThatFailToComeWake() {
    fallAsleep();
    double seconds = picture / RATE;
    Step last = Step.KEEP;
    double slept = 0;
    while (last == Step.KEEP) {
      slept += 1 / RATE;
      last = gate.next(false, 7000, seconds + slept, false);
    }
    assertEquals(Step.WAKE, last);
    assertEquals(IdleGate.LONGEST_SLEEP_SECONDS, slept, 0.2);
  }

  @Test
  void whatIsKeptIsBounded() {
    fallAsleep();
    long kept = 0;
    Step last = Step.KEEP;
    while (last == Step.KEEP) {
      kept += 1 << 20;
      last = gate.next(false, 1 << 20, picture / RATE, false);
      assertTrue(kept <= IdleGate.MOST_BYTES + (1 << 21));
    }
    assertEquals(Step.WAKE, last);
  }

  @Test
  void whateverComesNothingIsKeptWithoutItsKeyFrame() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 200; run++) {
      IdleGate any = new IdleGate();
      boolean group = false;
      double seconds = 0;
      for (int i = 0; i < 2000; i++) {
        seconds += random.nextDouble() / 5;
        boolean keyFrame = random.nextInt(40) == 0;
        int bytes = 1000 + (int) Math.abs(random.nextGaussian() * 300);
        switch (any.next(keyFrame, bytes, seconds, random.nextInt(500) == 0)) {
          case DECODE -> group = false;
          case GLANCE -> {
            assertTrue(keyFrame);
            group = true;
          }
          case KEEP -> assertTrue(group, "seed " + seed);
          case WAKE -> {
            assertTrue(group || keyFrame, "seed " + seed);
            group = false;
          }
        }
      }
    }
  }
}
