package org.haetae.app.evaluation.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PassageTest {
  @Test
  void whoeverIsGoneForLongerThanTenSecondsPassesTwice() {
    TruthBox first = Scenes.truth(0, 100, 30, true);
    assertEquals(
        1, Passage.of("c", "a", 10, List.of(first, Scenes.truth(100, 100, 30, true))).size());
    List<Passage> two = Passage.of("c", "a", 10, List.of(first, Scenes.truth(101, 100, 30, true)));
    assertEquals(2, two.size());
    assertEquals(OptionalDouble.of(10.1), two.get(1).firstFacing());
    assertTrue(Passage.of("c", "a", 10, List.of()).isEmpty());
  }

  @Test
  void aFaceCountsOnlyWhileItFacesTheCamera() {
    Passage passage =
        new Passage(
            "c",
            "a",
            10,
            List.of(
                Scenes.truth(0, 100, 90, false),
                Scenes.truth(10, 100, 40, true),
                Scenes.truth(20, 100, 48, true)));
    assertEquals(OptionalDouble.of(1), passage.firstFacing());
    assertEquals(OptionalDouble.of(2), passage.firstTelling());
    assertEquals(48, passage.largestFacing());
  }

  @Test
  void whoeverNeverFacesHasNoStart() {
    Passage back = new Passage("c", "a", 10, List.of(Scenes.truth(0, 100, 90, false)));
    assertEquals(OptionalDouble.empty(), back.firstFacing());
    assertEquals(OptionalDouble.empty(), back.firstTelling());
    assertEquals(0, back.largestFacing());
  }
}
