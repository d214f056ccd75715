package org.haetae.pipeline.capture.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaptureTimelineTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final CaptureTimeline timeline = new CaptureTimeline();

  private static Instant after(double seconds) {
    return NOON.plusNanos(Math.round(seconds * 1e9));
  }

  private static double error(CaptureTime time, double trueSeconds) {
    return Duration.between(after(trueSeconds), time.capturedAt()).toNanos() / 1e9;
  }

  @Test
  void queueingOnlyDelaysSoTheQuickestPacketsCount() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    double worst = 0;
    for (int i = 0; i < 3000; i++) {
      double taken = i / 15.0;
      double delay = 0.005 + -Math.log(1 - random.nextDouble()) * 0.03;
      CaptureTime time = timeline.at(100 + taken, after(taken + delay), Optional.empty());
      if (i > 150) {
        worst = Math.max(worst, Math.abs(error(time, taken)));
      }
    }
    assertTrue(worst < 0.03, "worst error " + worst);
  }

  @Test
  void aCameraThatTellsItsClockIsBelieved() {
    CaptureTime time = timeline.at(5, after(0.4), Optional.of(after(0)));
    assertEquals(0, error(time, 0), 1e-5);
    assertEquals(-0.4, time.clockAhead().orElseThrow().toMillis() / 1e3, 0.002);
  }

  @Test
  void aClockThatIsAnHourWrongIsNotBelievedButTold() {
    CaptureTime time = timeline.at(5, after(0.4), Optional.of(after(3600)));
    assertEquals(0.4, error(time, 0), 1e-5);
    assertEquals(3599.6, time.clockAhead().orElseThrow().toMillis() / 1e3, 0.002);
  }

  @Test
  void aBacklogDoesNotMoveTheTimes() {
    for (int i = 0; i < 30; i++) {
      timeline.at(i / 15.0, after(i / 15.0), Optional.empty());
    }
    for (int i = 30; i < 90; i++) {
      CaptureTime time = timeline.at(i / 15.0, after(6 + i / 1000.0), Optional.empty());
      assertEquals(0, error(time, i / 15.0), 0.01);
    }
  }

  @Test
  void jumpsOfTheStampsInEitherDirectionBeginAnew() {
    double[] jumps = {3600, -3600, 90, -2};
    double shift = 0;
    double taken = 0;
    Instant last = Instant.MIN;
    for (double jump : jumps) {
      for (int i = 0; i < 15; i++) {
        CaptureTime time = timeline.at(1e5 + taken + shift, after(taken), Optional.empty());
        assertEquals(0, error(time, taken), 0.01);
        assertTrue(time.steady().isAfter(last));
        last = time.steady();
        taken += 1 / 15.0;
      }
      shift += jump;
    }
  }

  /** Two pictures at a time are predicted from a later one, which therefore comes before them. */
  @Test
  void picturesThatComeOutOfOrderLieInOrderOfCapture() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Instant[] taken = new Instant[900];
    for (int i = 0; i < taken.length; i++) {
      int shown = i % 3 == 0 ? i + 2 : i - 1;
      double sent = (i + 2) / 15.0 + random.nextDouble() * 0.02;
      taken[shown] = timeline.at(shown / 15.0, after(sent), Optional.empty()).steady();
    }
    for (int i = 45; i < taken.length; i++) {
      double step = Duration.between(taken[i - 1], taken[i]).toNanos() / 1e9;
      assertEquals(1 / 15.0, step, 0.025, "picture " + i);
    }
  }

  @Test
  void aJumpBackThatIsTooShortToTellFromReorderingIsFoundAllTheSame() {
    for (int i = 0; i < 30; i++) {
      timeline.at(i / 30.0, after(i / 30.0), Optional.empty());
    }
    for (int i = 30; i < 90; i++) {
      CaptureTime time = timeline.at(i / 30.0 - 0.9, after(i / 30.0), Optional.empty());
      if (i > 30 + 16) {
        assertEquals(0, error(time, i / 30.0), 0.01, "picture " + i);
      }
    }
  }
}
