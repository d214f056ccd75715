package org.haetae.pipeline.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.pipeline.capture.Seeds;
import org.junit.jupiter.api.Test;

class MotionGateTest {
  private static final int CELLS = MotionGate.COLUMNS * MotionGate.ROWS;

  private static boolean inBlock(int column, int row) {
    return column >= 10 && column < 14 && row >= 20 && row < 25;
  }

  @Test
  void theFirstPictureIsTheBackground() {
    MotionGate gate = new MotionGate();
    assertEquals(0, Thumbnails.update(gate, 0, (c, r) -> 4 * c));
    assertEquals(0, Thumbnails.update(gate, 0.1, (c, r) -> 4 * c));
  }

  @Test
  void flickerBelowTheNoiseFloorDoesNotMove() {
    Seeds.each(
        10,
        random -> {
          MotionGate gate = new MotionGate();
          for (int i = 0; i < 50; i++) {
            assertEquals(
                0, Thumbnails.update(gate, i / 10.0, (c, r) -> 100 + random.nextInt(-3, 4)));
          }
        });
  }

  @Test
  void aBlockThatAppearsMovesAndNothingElseDoes() {
    MotionGate gate = new MotionGate();
    Thumbnails.update(gate, 0, (c, r) -> 100);
    assertEquals(20, Thumbnails.update(gate, 0.1, (c, r) -> inBlock(c, r) ? 140 : 100));
    for (int row = 0; row < MotionGate.ROWS; row++) {
      for (int column = 0; column < MotionGate.COLUMNS; column++) {
        assertEquals(inBlock(column, row), gate.moves(column, row), column + "," + row);
      }
    }
  }

  @Test
  void darkeningIsMotionToo() {
    MotionGate gate = new MotionGate();
    Thumbnails.update(gate, 0, (c, r) -> 100);
    assertEquals(20, Thumbnails.update(gate, 0.1, (c, r) -> inBlock(c, r) ? 60 : 100));
  }

  @Test
  void whatStaysBecomesBackgroundInHalfAMinute() {
    MotionGate gate = new MotionGate();
    Thumbnails.update(gate, 0, (c, r) -> 100);
    int moving = 0;
    for (int i = 1; i <= 300; i++) {
      moving = Thumbnails.update(gate, i / 10.0, (c, r) -> inBlock(c, r) ? 160 : 100);
      assertTrue(i > 50 || moving == 20, "forgotten after " + i / 10.0 + " seconds");
    }
    assertEquals(0, moving);
    assertFalse(gate.moves(11, 21));
  }

  @Test
  void aNoisySensorsOwnFlickerIsLearnt() {
    Seeds.each(
        3,
        random -> {
          MotionGate gate = new MotionGate();
          int moving = 0;
          for (int i = 0; i < 600; i++) {
            moving = Thumbnails.update(gate, i / 10.0, (c, r) -> 100 + random.nextInt(-9, 10));
          }
          assertTrue(moving < CELLS / 50, moving + " cells still move");
          int block =
              Thumbnails.update(
                  gate, 60.1, (c, r) -> (inBlock(c, r) ? 160 : 100) + random.nextInt(-9, 10));
          assertTrue(block >= 20, "a person is no flicker");
        });
  }

  @Test
  void aStandingClockBreaksNothing() {
    MotionGate gate = new MotionGate();
    Thumbnails.update(gate, 5, (c, r) -> 100);
    assertEquals(CELLS, Thumbnails.update(gate, 5, (c, r) -> 200));
    assertEquals(CELLS, Thumbnails.update(gate, 5, (c, r) -> 200));
  }
}
