package org.haetae.benchmarks.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PresentationTest {
  private static Presentation shown(String what, double live) {
    return new Presentation("somebody", what, 48, new Presentation.Answers(live, 0, 0), Double.NaN);
  }

  @Test
  void aFileSaysWhatItShowsAndHowLarge() {
    assertEquals(new Presentation.Kind("phone", 48), Presentation.Kind.of("phone-048.jpg"));
    assertEquals(new Presentation.Kind("live", 120), Presentation.Kind.of("live-120.jpg"));
    assertThrows(IllegalArgumentException.class, () -> Presentation.Kind.of("01.jpg"));
  }

  @Test
  void anAttackIsMistakenFromTheThresholdOnAndTheLivingBelowIt() {
    assertTrue(shown("print", 0.5).isMistaken(0.5));
    assertFalse(shown("print", 0.49).isMistaken(0.5));
    assertFalse(shown(Presentation.LIVE, 0.5).isMistaken(0.5));
    assertTrue(shown(Presentation.LIVE, 0.49).isMistaken(0.5));
  }

  @Test
  void aThresholdRefusesNoMoreOfTheLivingThanItMay() {
    for (int count : List.of(1, 2, 19, 20, 21, 36, 100)) {
      List<Presentation> live =
          IntStream.range(0, count)
              .mapToObj(i -> shown(Presentation.LIVE, (i + 1.0) / count))
              .toList();
      double threshold = Thresholds.refusing(0.05, live);
      long refused = live.stream().filter(p -> p.isMistaken(threshold)).count();
      assertTrue(refused <= 0.05 * count, refused + " of " + count);
      long above = live.stream().filter(p -> p.isMistaken(Math.nextUp(threshold))).count();
      assertTrue(above > 0.05 * count, "a higher threshold would do for " + count);
    }
  }
}
