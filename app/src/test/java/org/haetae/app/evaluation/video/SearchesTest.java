package org.haetae.app.evaluation.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchesTest {
  private static final Passage A = Scenes.passage("a", 100, 60);
  private static final Passage B = Scenes.passage("b", 400, 60);
  private static final List<FoundFace> AT_A = Scenes.faces(100, 60, 0, 10);
  private static final List<FoundFace> AT_B = Scenes.faces(400, 60, 0, 10);

  @Test
  void aPassageOfSomebodyLookedForIsMatedATrackOfAnybodyElseIsNot() {
    Searches searches =
        Searches.of(
            Scenes.run(
                Set.of("a"),
                List.of(A, B),
                List.of(
                    Scenes.alerted(1, AT_A, Scenes.looks(5, 0.9, "a", 0.8, 1e-7), "a", 0.3),
                    Scenes.track(2, AT_B, Scenes.looks(4, 0.9, "a", 0.2, 50)))));
    MatedSearch mated = searches.mated().getFirst();
    assertEquals(1, searches.mated().size());
    assertEquals(Optional.empty(), mated.cause());
    assertEquals(OptionalDouble.of(0.3), mated.alertSeconds());
    assertEquals(3, mated.margin(), 1e-9);
    assertEquals(5, mated.looks().size());
    NonMatedSearch other = searches.nonMated().getFirst();
    assertEquals("b", other.identity());
    assertFalse(other.alerted());
    assertTrue(other.margin() < 0);
  }

  @Test
  void whoeverIsNotDetectedIsStillASearch() {
    Searches searches = Searches.of(Scenes.run(Set.of("a"), List.of(A), List.of()));
    assertEquals(Optional.of(MissCause.NOT_DETECTED), searches.mated().getFirst().cause());
    assertEquals(Double.NEGATIVE_INFINITY, searches.mated().getFirst().margin());
  }

  @Test
  void anAlertForAnotherIsAMissAndAMistake() {
    MatedSearch search =
        Searches.of(
                Scenes.run(
                    Set.of("a", "b"),
                    List.of(A),
                    List.of(
                        Scenes.alerted(1, AT_A, Scenes.looks(5, 0.9, "a", 0.8, 1e-7), "b", 0.3))))
            .mated()
            .getFirst();
    assertTrue(search.mistaken());
    assertEquals(Optional.of(MissCause.EVIDENCE), search.cause());
    assertEquals(Double.NEGATIVE_INFINITY, search.margin());
  }

  @Test
  void aTrackOfNobodyThatAlertsIsAFalseIdentification() {
    Searches searches =
        Searches.of(
            Scenes.run(
                Set.of("a"),
                List.of(A),
                List.of(
                    Scenes.alerted(
                        7,
                        Scenes.faces(700, 60, 0, 10),
                        Scenes.looks(5, 0.9, "a", 0.8, 1e-7),
                        "a",
                        0.3))));
    assertTrue(searches.nonMated().getFirst().alerted());
    assertEquals(Optional.of(MissCause.NOT_DETECTED), searches.mated().getFirst().cause());
  }

  @Test
  void aTrackWithoutALookWasComparedWithNobody() {
    Searches searches =
        Searches.of(Scenes.run(Set.of("a"), List.of(B), List.of(Scenes.track(1, AT_B, List.of()))));
    assertTrue(searches.nonMated().isEmpty());
    assertEquals(1, searches.notCompared());
  }

  @Test
  void whoeverIsLeftOutIsSearchedForOnceAndNobodyElseAgain() {
    ClipRun without =
        Scenes.run(
            Set.of("b"),
            List.of(A, B),
            List.of(
                Scenes.track(1, AT_A, Scenes.looks(4, 0.9, "b", 0.2, 50)),
                Scenes.track(2, AT_B, Scenes.looks(4, 0.9, "b", 0.8, 1e-7)),
                Scenes.track(3, Scenes.faces(700, 60, 0, 10), Scenes.looks(4, 0.9, "b", 0, 90))));
    Searches searches = Searches.leftOut(without, "a");
    assertTrue(searches.mated().isEmpty());
    assertEquals(List.of("a"), searches.nonMated().stream().map(NonMatedSearch::identity).toList());
  }
}
