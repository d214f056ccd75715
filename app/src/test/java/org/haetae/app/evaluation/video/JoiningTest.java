package org.haetae.app.evaluation.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.domain.face.FaceBox;
import org.junit.jupiter.api.Test;

class JoiningTest {
  private static Optional<String> whose(
      List<ObservedTrack> tracks, List<Passage> passages, int at) {
    return Joining.join(tracks, passages).get(at).passage().map(Passage::person);
  }

  @Test
  void aTrackBelongsToWhoeverStandsWhereItIs() {
    List<Passage> two = List.of(Scenes.passage("a", 100, 60), Scenes.passage("b", 400, 60));
    ObservedTrack track = Scenes.track(1, Scenes.faces(405, 64, 0, 10), List.of());
    assertEquals(Optional.of("b"), whose(List.of(track), two, 0));
  }

  @Test
  void aTrackWhereNobodyStandsIsNobodys() {
    ObservedTrack leaf = Scenes.track(1, Scenes.faces(700, 60, 0, 10), List.of());
    assertEquals(Optional.empty(), whose(List.of(leaf), List.of(Scenes.passage("a", 100, 60)), 0));
  }

  @Test
  void theFrameCountsToo() {
    ObservedTrack late = Scenes.track(1, Scenes.faces(100, 60, 50, 60), List.of());
    assertEquals(Optional.empty(), whose(List.of(late), List.of(Scenes.passage("a", 100, 60)), 0));
  }

  @Test
  void halfOfTheFacesMustBeTheirs() {
    List<Passage> one = List.of(Scenes.passage("a", 100, 60));
    List<FoundFace> faces = new ArrayList<>(Scenes.faces(100, 60, 0, 5));
    faces.addAll(Scenes.faces(700, 60, 5, 10));
    assertEquals(Optional.of("a"), whose(List.of(Scenes.track(1, faces, List.of())), one, 0));
    faces.addAll(Scenes.faces(700, 60, 10, 11));
    assertEquals(Optional.empty(), whose(List.of(Scenes.track(1, faces, List.of())), one, 0));
  }

  @Test
  void twoTracksInOneFrameAreNotOnePerson() {
    List<Passage> one = List.of(Scenes.passage("a", 100, 60));
    ObservedTrack near = Scenes.track(1, Scenes.faces(101, 60, 0, 10), List.of());
    ObservedTrack farther = Scenes.track(2, Scenes.faces(115, 60, 0, 10), List.of());
    List<ObservedTrack> both = List.of(farther, near);
    assertEquals(Optional.empty(), whose(both, one, 0));
    assertEquals(Optional.of("a"), whose(both, one, 1));
  }

  @Test
  void aSmallFaceMayMissByHalfItsHeight() {
    FaceBox truth = new FaceBox(100, 100, 12, 16);
    assertTrue(Joining.affinity(truth, new FaceBox(107, 100, 12, 16)) > 0);
    assertEquals(0, Joining.affinity(truth, new FaceBox(109, 100, 12, 16)));
    assertEquals(0, Joining.affinity(truth, new FaceBox(90, 84, 38, 50)), "three times as high");
  }
}
