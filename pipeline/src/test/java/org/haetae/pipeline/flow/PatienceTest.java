package org.haetae.pipeline.flow;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Patience patience = new Patience();

  @Test
  void liveIsNeverWaitedFor() {
    assertFalse(patience.lasts(false, START));
  }

  @Test
  void whatWasKeptIsWaitedForUntilTheCameraIsTooFarBehind() {
    assertTrue(patience.lasts(true, START));
    assertTrue(patience.lasts(true, START.plus(Patience.MOST).minusMillis(1)));
    assertFalse(patience.lasts(true, START.plus(Patience.MOST)));
    assertFalse(patience.lasts(true, START.plusSeconds(60)));
  }

  @Test
  void oneThatHasCaughtUpHasItsPatienceBack() {
    assertTrue(patience.lasts(true, START));
    assertFalse(patience.lasts(true, START.plusSeconds(9)));
    assertFalse(patience.lasts(false, START.plusSeconds(10)));
    assertTrue(patience.lasts(true, START.plusSeconds(11)));
  }
}
