package org.haetae.pipeline.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Seeds;
import org.junit.jupiter.api.Test;

class TrackerTest {
  private static final Region ALL = new Region(0, 0, 1280, 720);
  private static final List<DetectedFace> NOBODY = List.of();

  private final Tracker tracker = new Tracker();

  private Track only() {
    assertEquals(1, tracker.tracks().size());
    return tracker.tracks().getFirst();
  }

  @Test
  void oneWalkerKeepsOneId() {
    Seeds.each(
        100,
        random -> {
          Tracker fresh = new Tracker();
          double speed = random.nextDouble(-25, 25);
          double growth = random.nextDouble(-0.02, 0.02);
          for (int i = 0; i < 40; i++) {
            double height = 60 * Math.exp(growth * i);
            DetectedFace face =
                Walkers.at(
                    640 + speed * i + random.nextDouble(-3, 3),
                    300 + random.nextDouble(-5, 5),
                    height * random.nextDouble(0.93, 1.07));
            fresh.update(List.of(face), ALL, i / 10.0);
            assertEquals(1, fresh.tracks().size());
            assertEquals(1, fresh.tracks().getFirst().id());
          }
          assertEquals(40, fresh.tracks().getFirst().hits());
        });
  }

  @Test
  void twoWalkersWhoCrossKeepTheirIds() {
    for (int i = 0; i <= 40; i++) {
      DetectedFace right = Walkers.at(200 + 15 * i, 300, 60);
      DetectedFace left = Walkers.at(800 - 15 * i, 312, 60);
      tracker.update(i % 2 == 0 ? List.of(right, left) : List.of(left, right), ALL, i / 10.0);
    }
    assertEquals(2, tracker.tracks().size());
    for (Track track : tracker.tracks()) {
      boolean startedLeft = track.id() == 1;
      assertEquals(startedLeft ? 800 : 200, track.face().box().centreX(), 1e-3);
      assertEquals(startedLeft ? 300 : 312, track.face().box().centreY(), 1e-3);
    }
  }

  @Test
  void aShortGapIsBridgedAlongTheWay() {
    for (int i = 0; i < 10; i++) {
      tracker.update(List.of(Walkers.at(200 + 15 * i, 300, 60)), ALL, i / 10.0);
    }
    for (int i = 10; i < 15; i++) {
      tracker.update(NOBODY, ALL, i / 10.0);
    }
    assertEquals(5, only().misses());
    tracker.update(List.of(Walkers.at(200 + 15 * 15, 300, 60)), ALL, 1.5);
    assertEquals(1, only().id());
    assertEquals(0, only().misses());
  }

  @Test
  void aLongGapEndsTheTrack() {
    tracker.update(List.of(Walkers.at(200, 300, 60)), ALL, 0);
    Track first = only();
    tracker.update(NOBODY, ALL, 1.6);
    assertEquals(List.of(), tracker.tracks());
    assertEquals(List.of(first), tracker.ended());
    tracker.update(List.of(Walkers.at(200, 300, 60)), ALL, 1.7);
    assertEquals(List.of(), tracker.ended());
    assertNotEquals(first.id(), only().id());
  }

  @Test
  void manyPassesWithoutTheFaceEndTheTrack() {
    tracker.update(List.of(Walkers.at(200, 300, 60)), ALL, 0);
    for (int i = 1; i <= 6; i++) {
      tracker.update(NOBODY, ALL, i * 0.1);
      assertEquals(i, only().misses());
    }
    tracker.update(NOBODY, ALL, 0.7);
    assertEquals(List.of(), tracker.tracks());
  }

  @Test
  void whereNobodyLookedNobodyIsMissed() {
    tracker.update(List.of(Walkers.at(200, 300, 60)), ALL, 0);
    for (int i = 1; i <= 14; i++) {
      tracker.update(NOBODY, new Region(600, 0, 600, 700), i * 0.1);
    }
    assertEquals(0, only().misses());
  }

  @Test
  void aFaceFarAwayOrOfAnotherSizeIsSomebodyElse() {
    tracker.update(List.of(Walkers.at(200, 300, 60)), ALL, 0);
    tracker.update(List.of(Walkers.at(400, 300, 60), Walkers.at(200, 300, 120)), ALL, 0.1);
    assertEquals(3, tracker.tracks().size());
    assertEquals(1, tracker.tracks().getFirst().misses());
  }

  @Test
  void affinityPutsOverlapBeforeNearness() {
    FaceBox box = new FaceBox(0, 0, 50, 60);
    assertEquals(2, Tracker.affinity(box, box), 1e-6);
    float near = Tracker.affinity(box, box.moved(45, 0));
    assertTrue(near > 0 && near < 1, "near " + near);
    assertTrue(near > Tracker.affinity(box, box.moved(55, 0)));
    assertEquals(0, Tracker.affinity(box, box.moved(73, 0)));
    assertEquals(0, Tracker.affinity(box, new FaceBox(0, 0, 90, 110)));
  }

  @Test
  void aSplitTrackEndsAndItsFaceGetsANewId() {
    tracker.update(List.of(Walkers.at(200, 300, 60)), ALL, 0);
    tracker.update(List.of(Walkers.at(205, 300, 60)), ALL, 0.1);
    Track old = only();
    Track fresh = tracker.split(old);
    assertEquals(List.of(fresh), tracker.tracks());
    assertEquals(List.of(old), tracker.ended());
    assertEquals(2, fresh.id());
    assertEquals(1, fresh.hits());
    assertEquals(old.face(), fresh.face());
    tracker.update(List.of(Walkers.at(210, 300, 60)), ALL, 0.2);
    assertEquals(2, only().id());
  }

  @Test
  void aResetEndsEveryTrack() {
    tracker.update(List.of(Walkers.at(200, 300, 60), Walkers.at(600, 300, 60)), ALL, 0);
    tracker.reset();
    assertEquals(List.of(), tracker.tracks());
    assertEquals(2, tracker.ended().size());
    tracker.update(List.of(Walkers.at(200, 300, 60)), ALL, 0.1);
    assertEquals(3, only().id());
  }

  @Test
  void everyFaceContinuesOrBeginsExactlyOneTrack() {
    Seeds.each(
        100,
        random -> {
          Tracker fresh = new Tracker();
          Set<Long> dead = new HashSet<>();
          for (int i = 0; i < 30; i++) {
            double now = i * random.nextDouble(0.05, 0.2);
            List<DetectedFace> faces = new ArrayList<>();
            int count = random.nextInt(6);
            for (int f = 0; f < count; f++) {
              faces.add(
                  Walkers.at(
                      random.nextDouble(1280), random.nextDouble(720), random.nextDouble(20, 200)));
            }
            fresh.update(faces, ALL, now);
            Set<Long> ids = new HashSet<>();
            List<DetectedFace> seen = new ArrayList<>();
            for (Track track : fresh.tracks()) {
              assertTrue(ids.add(track.id()) && !dead.contains(track.id()));
              if (faces.contains(track.face())) {
                seen.add(track.face());
              }
            }
            assertEquals(new HashSet<>(faces), new HashSet<>(seen));
            assertEquals(faces.size(), seen.size());
            fresh.ended().forEach(track -> dead.add(track.id()));
          }
        });
  }
}
