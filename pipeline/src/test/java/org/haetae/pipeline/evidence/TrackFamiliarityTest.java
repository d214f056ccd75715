package org.haetae.pipeline.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.FaceQuality;
import org.haetae.domain.face.Landmarks;
import org.haetae.pipeline.evidence.TrackFamiliarity.Verdict;
import org.haetae.pipeline.looks.Look;
import org.haetae.pipeline.match.Faces;
import org.haetae.pipeline.match.Gallery;
import org.junit.jupiter.api.Test;

class TrackFamiliarityTest {
  private static final Gallery HOME =
      Gallery.of(List.of(Faces.entry("yun", 1), Faces.entry("sister", 2)), Faces.MODEL);

  private final TrackFamiliarity familiarity = new TrackFamiliarity(EvidencePolicy.standard());

  @Test
  void aResidentIsFamiliarAndStaysSo() {
    Verdict verdict = Verdict.UNDECIDED;
    for (int i = 0; i < 10; i++) {
      verdict = familiarity.add(look(Faces.like(1, 0.7, i), 100, 0.9f, i / 10.0), HOME);
    }
    assertEquals(Verdict.FAMILIAR, verdict);
    for (int i = 0; i < 10; i++) {
      verdict = familiarity.add(look(Faces.of(9), 100, 0.9f, 2 + i / 10.0), HOME);
    }
    assertEquals(Verdict.FAMILIAR, verdict);
  }

  @Test
  void aStrangerIsUnfamiliarAfterTellingLooks() {
    for (int i = 1; i < TrackFamiliarity.TELLING_LOOKS; i++) {
      assertEquals(
          Verdict.UNDECIDED, familiarity.add(look(Faces.of(9), 100, 0.9f, i / 10.0), HOME));
    }
    assertEquals(Verdict.UNFAMILIAR, familiarity.add(look(Faces.of(9), 100, 0.9f, 1), HOME));
  }

  @Test
  void smallFacesAndProfilesTellNothing() {
    for (int i = 0; i < 50; i++) {
      familiarity.add(look(Faces.of(9), 47, 0.9f, i / 10.0), HOME);
      familiarity.add(look(Faces.of(9), 100, 0.7f, i / 10.0 + 0.05), HOME);
    }
    assertEquals(Verdict.UNDECIDED, familiarity.verdict());
  }

  @Test
  void whoMayBeAResidentIsNotCalledUnfamiliar() {
    for (int i = 0; i < 3; i++) {
      familiarity.add(look(Faces.like(1, 0.45, i), 60, 0.9f, i / 10.0), HOME);
      assertEquals(Verdict.UNDECIDED, familiarity.verdict());
    }
    for (int i = 3; i < 20; i++) {
      familiarity.add(look(Faces.like(1, 0.45, i), 60, 0.9f, i / 10.0), HOME);
      assertEquals(false, familiarity.verdict() == Verdict.UNFAMILIAR);
    }
  }

  @Test
  void whereNobodyLivesEverybodyIsUnfamiliar() {
    for (int i = 0; i < TrackFamiliarity.TELLING_LOOKS; i++) {
      familiarity.add(look(Faces.of(1), 100, 0.9f, i / 10.0), Gallery.empty());
    }
    assertEquals(Verdict.UNFAMILIAR, familiarity.verdict());
  }

  private static Look look(Embedding embedding, float height, float pose, double seconds) {
    FaceBox box = new FaceBox(0, 0, height * 0.8f, height);
    return new Look(
        new DetectedFace(box, new Landmarks(0, 0, 1, 0, 0.5f, 0.5f, 0, 1, 1, 1), 0.9f),
        new FaceQuality(1, 1, 1, 1, pose, 1),
        embedding,
        seconds);
  }
}
