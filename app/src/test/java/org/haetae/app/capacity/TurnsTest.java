package org.haetae.app.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final double PICTURE = 1 / 15.0;

  private final Naps naps = new Naps();
  private final Turns turns = new Turns(0.1, naps);

  @Test
  void aTurnOnEverySecondPictureIsHeld() {
    for (int i = 0; i < 150; i++) {
      turns.analysed(i * PICTURE, true, i % 2 == 0, true);
    }
    assertEquals(75, turns.held());
    assertEquals(0, turns.dropped());
  }

  @Test
  void aSupersededPictureDropsNoTurnButALongGapDoes() {
    turns.analysed(0, true, true, true);
    turns.analysed(3 * PICTURE, true, true, true);
    assertEquals(0, turns.dropped());
    turns.analysed(3 * PICTURE + 0.5, true, true, true);
    assertEquals(3, turns.dropped());
  }

  @Test
  void aCameraThatHadNothingToShowMissedNothing() {
    turns.analysed(0, true, true, true);
    turns.analysed(0.1, false, false, true);
    turns.analysed(4, true, true, true);
    assertEquals(0, turns.dropped());
  }

  @Test
  void aCameraThatSleptMissedNothing() {
    for (int i = 0; i < 5; i++) {
      naps.given(4 * i);
    }
    for (int i = 0; i < 5; i++) {
      turns.analysed(4 * i, true, true, true);
    }
    assertEquals(5, turns.held());
    assertEquals(0, turns.dropped());
  }

  @Test
  void aCameraThatWokeIsOwedItsTurnsAgain() {
    naps.given(0);
    for (int i = 0; i < 30; i++) {
      naps.given(4 + i * PICTURE);
    }
    turns.analysed(0, true, true, true);
    turns.analysed(4, true, true, true);
    assertEquals(0, turns.dropped());
    turns.analysed(4.5, true, true, true);
    assertEquals(3, turns.dropped(), "its pictures were superseded");
  }

  @Test
  void whatLiesBeforeTheMeasurementDoesNotCount() {
    turns.analysed(0, true, true, false);
    turns.analysed(2, true, true, false);
    assertEquals(0, turns.held());
    assertEquals(0, turns.dropped());
  }

  @Test
  void aStreamThatBeginsAnewMissedNothing() {
    turns.analysed(9, true, true, true);
    turns.analysed(0.2, true, true, true);
    turns.analysed(0.3, true, true, true);
    assertEquals(0, turns.dropped());
  }
}
