package org.haetae.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StreamGaugeTest {
  private final StreamGauge gauge = new StreamGauge();

  private void play(double from, int pictures) {
    for (int i = 0; i < pictures; i++) {
      gauge.coded(from + i / 15.0, i % 30 == 0);
    }
  }

  @Test
  void rateAndKeyFramesFollowTheStamps() {
    play(1000, 100);
    assertEquals(15, gauge.picturesPerSecond(), 1e-6);
    assertEquals(2, gauge.keyFrameSeconds(), 1e-6);
  }

  @Test
  void tooLittleIsNotGuessed() {
    assertEquals(Double.NaN, gauge.picturesPerSecond());
    play(0, 2);
    assertEquals(15, gauge.picturesPerSecond(), 1e-6);
    assertEquals(Double.NaN, gauge.keyFrameSeconds());
  }

  @Test
  void picturesShownInAnotherOrderAreCountedAllTheSame() {
    int[] decoded = {0, 3, 1, 2, 6, 4, 5, 9, 7, 8};
    for (int picture : decoded) {
      gauge.coded(7 + picture / 15.0, picture == 0);
    }
    assertEquals(15, gauge.picturesPerSecond(), 1e-6);
  }

  @Test
  void aJumpOrANewStreamIsNoInterval() {
    play(0, 31);
    play(5000, 31);
    play(10, 31);
    gauge.begin();
    play(20, 31);
    assertEquals(15, gauge.picturesPerSecond(), 1e-6);
    assertEquals(2, gauge.keyFrameSeconds(), 1e-6);
  }
}
