package org.haetae.pipeline.capture.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowCorrectionTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

  private final SlowCorrection correction = new SlowCorrection();

  @ParameterizedTest
  @ValueSource(ints = {-2000, -30, 0, 30, 2000})
  void aClockThatIsToldLateIsApproachedAndTimeNeverRunsBack(int millis) {
    Instant last = correction.apply(NOON, Duration.ZERO);
    for (int i = 1; i < 90; i++) {
      Instant steady = NOON.plusMillis(i * 67L);
      Instant at = correction.apply(steady, Duration.ofMillis(millis));
      assertTrue(at.isAfter(last), "picture " + i);
      last = at;
    }
    assertEquals(NOON.plusMillis(89 * 67L + millis), last);
  }

  @ParameterizedTest
  @ValueSource(ints = {-2000, 2000})
  void aClockThatIsToldAtOnceIsBelievedAtOnce(int millis) {
    assertEquals(NOON.plusMillis(millis), correction.apply(NOON, Duration.ofMillis(millis)));
  }
}
