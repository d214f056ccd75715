package org.haetae.pipeline.sighting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.FaceQuality;
import org.haetae.domain.face.Landmarks;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.RespondentId;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.evidence.EvidencePolicy;
import org.haetae.pipeline.looks.Look;
import org.haetae.pipeline.match.Faces;
import org.haetae.pipeline.match.Gallery;
import org.haetae.pipeline.track.Tracker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of whom a picture is made, and how long it is kept. */
class TrackedFaceTest {
  private static final Gallery GALLERY =
      Gallery.of(List.of(Faces.entry("han", 1), Faces.entry("seo", 2)), Faces.MODEL);

  private TrackedFace face;
  private int pictures;
  private double seconds;

  @BeforeEach
  void follow() {
    Tracker tracker = new Tracker();
    DetectedFace found = look(Faces.of(1), 0.9f, 0).face();
    tracker.update(List.of(found), new Region(0, 0, 640, 360), 0);
    face = new TrackedFace(tracker.tracks().getFirst(), EvidencePolicy.standard());
  }

  private void see(Embedding embedding, float quality) {
    Look look = look(embedding, quality, seconds);
    seconds += 0.1;
    var _ = face.evidence().add(look, GALLERY);
    face.picture(
        look,
        false,
        () -> {
          pictures++;
          return new FaceCrop(new byte[] {(byte) pictures});
        });
  }

  @Test
  void noPictureIsMadeOfWhoMatchesNobody() {
    for (int i = 0; i < 100; i++) {
      see(Faces.like(7, 0.9, i), 0.9f);
    }
    assertEquals(100, face.evidence().looks());
    assertEquals(0, pictures);
    assertTrue(face.best().isEmpty() && face.strip().kept().isEmpty());
  }

  @Test
  void fewPicturesAreKeptOfWhoIsLikely() {
    for (int i = 0; i < 300; i++) {
      see(Faces.like(1, 0.7, i), 0.9f);
    }
    assertTrue(face.evidence().promising());
    assertEquals(LookStrip.MOST, face.strip().kept().size());
    assertTrue(pictures >= LookStrip.MOST && pictures <= 40, pictures + " pictures of 300 looks");
    assertTrue(face.best().isPresent());
  }

  @Test
  void theBestIsKeptEvenWhenItIsNotOfTheStrip() {
    for (int i = 0; i < 60; i++) {
      see(Faces.like(1, 0.7, i), 0.5f);
    }
    int before = pictures;
    byte[] worse = face.best().orElseThrow().jpeg();
    see(Faces.like(1, 0.7, 60), 0.95f);
    assertEquals(before + 1, pictures);
    assertFalse(worse[0] == face.best().orElseThrow().jpeg()[0]);
  }

  @Test
  void whoIsNoLongerLikelyHasNoPicture() {
    for (int i = 0; i < 3; i++) {
      see(Faces.like(1, 0.6, i), 0.9f);
    }
    assertEquals(3, face.strip().kept().size());
    for (int i = 0; face.evidence().promising() && i < 100; i++) {
      see(Faces.like(7, 0.9, i), 0.9f);
    }
    assertFalse(face.evidence().promising());
    assertTrue(face.best().isEmpty() && face.strip().kept().isEmpty());
  }

  @Test
  void picturesGoWithTheSightingAndNoneIsMadeAfterIt() {
    for (int i = 0; i < 5; i++) {
      see(Faces.like(1, 0.7, i), 0.9f);
    }
    int before = pictures;
    face.sighted(
        new Sighting(
            new CameraId("door"),
            1,
            new RespondentId("han"),
            new Evidence(5, Duration.ofMillis(400), 0.7, 0.5, 12, 10, 1e-4, 2, Optional.empty()),
            Instant.EPOCH,
            Instant.EPOCH,
            face.track().face().box(),
            640,
            0,
            face.best().orElseThrow(),
            List.of()));
    see(Faces.like(1, 0.9, 5), 1f);
    assertEquals(before, pictures);
    assertEquals(Optional.empty(), face.best());
    assertEquals(List.of(), face.strip().kept());
  }

  private static Look look(Embedding embedding, float quality, double seconds) {
    return new Look(
        new DetectedFace(
            new FaceBox(0, 0, 75, 100), new Landmarks(0, 0, 1, 0, 0.5f, 0.5f, 0, 1, 1, 1), 0.9f),
        new FaceQuality(quality, quality, quality, quality, quality, quality),
        embedding,
        seconds);
  }
}
