package org.haetae.app.evaluation.video;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissRuleTest {
  private static final Passage LARGE = Scenes.passage("a", 100, 60);
  private static final List<FoundFace> FACES = Scenes.faces(100, 60, 0, 10);

  private static MissCause cause(ObservedTrack... tracks) {
    return MissRule.cause(LARGE, List.of(tracks), Scenes.DEMANDS);
  }

  @Test
  void noTrackOfALargeFaceIsNotDetected() {
    assertEquals(MissCause.NOT_DETECTED, cause());
  }

  @Test
  void noTrackOfASmallFaceIsTooSmall() {
    assertEquals(
        MissCause.TOO_SMALL,
        MissRule.cause(Scenes.passage("a", 100, 17), List.of(), Scenes.DEMANDS));
  }

  @Test
  void aBackIsNotDetectedHoweverSmall() {
    Passage back = new Passage("c", "a", 10, List.of(Scenes.truth(0, 100, 17, false)));
    assertEquals(MissCause.NOT_DETECTED, MissRule.cause(back, List.of(), Scenes.DEMANDS));
  }

  @Test
  void smallFacesAreTooSmall() {
    assertEquals(
        MissCause.TOO_SMALL, cause(Scenes.track(1, Scenes.faces(100, 23, 0, 10), List.of())));
  }

  @Test
  void largeFacesWithoutLooksLackQuality() {
    assertEquals(MissCause.QUALITY, cause(Scenes.track(1, FACES, List.of())));
    assertEquals(
        MissCause.QUALITY,
        cause(Scenes.track(1, FACES, Scenes.looks(9, 0.04, "a", 0.9, 1e-9))),
        "looks that weigh nothing");
    assertEquals(
        MissCause.QUALITY, cause(Scenes.track(1, FACES, Scenes.looks(2, 0.9, "a", 0.9, 1e-9))));
  }

  @Test
  void goodLooksBelowTheThresholdLackScore() {
    assertEquals(
        MissCause.SCORE, cause(Scenes.track(1, FACES, Scenes.looks(9, 0.9, "a", 0.47, 1))));
    assertEquals(
        MissCause.SCORE,
        cause(Scenes.track(1, FACES, Scenes.looks(9, 0.9, "b", 0.9, 1))),
        "never compared with the right one in earnest");
  }

  @Test
  void aMeanThatIsEnoughLacksEvidence() {
    assertEquals(
        MissCause.EVIDENCE, cause(Scenes.track(1, FACES, Scenes.looks(9, 0.9, "a", 0.48, 1))));
  }

  @Test
  void theTrackThatCameFarthestCounts() {
    assertEquals(
        MissCause.SCORE,
        cause(
            Scenes.track(1, FACES, Scenes.looks(9, 0.9, "a", 0.3, 1)),
            Scenes.track(2, Scenes.faces(100, 20, 0, 3), List.of())));
  }
}
