package org.haetae.pipeline.capture.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReorderingTest {
  private static final double RTP = 1.0 / 90_000;

  @Test
  void aFewPicturesAreBelieved() {
    assertEquals(0, Reordering.ticks(450_000, 450_000, RTP));
    assertEquals(12_000, Reordering.ticks(462_000, 450_000, RTP));
    assertEquals(90_000, Reordering.ticks(540_000, 450_000, RTP));
  }

  @Test
  void aGuessLongPastOrBehindTheShowingIsNot() {
    assertEquals(0, Reordering.ticks(450_000 + 17 * 90_000, 450_000, RTP));
    assertEquals(0, Reordering.ticks(450_000, 456_000, RTP));
  }
}
