package org.haetae.sim.footage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.haetae.sim.footage.ClipTruth.Approach;
import org.haetae.sim.footage.ClipTruth.Box;
import org.haetae.sim.footage.ClipTruth.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

class FootageTest {
  private static final Path CLIPS =
      Path.of(System.getProperty("haetae.home", ".."), "camera-sim/footage/clips");

  private static final Set<String> ROLES =
      Set.of("respondent", "protected", "relative", "stranger");

  /** Truths round to a tenth of a pixel. */
  private static final double ROUNDING = 0.11;

  private static List<ClipTruth> truths() throws IOException {
    return Footage.truths(CLIPS);
  }

  @Test
  void everyDemoCameraHasItsClip() throws IOException {
    assertEquals(
        List.of("home-door", "home-street", "late-approach", "work-gate", "work-yard"),
        truths().stream().map(ClipTruth::camera).toList());
  }

  /** Key frames are 60 apart there: a decoder of key frames alone learns of the approach late. */
  @Test
  void theLateApproachBeginsBetweenTwoKeyFramesAfterTenQuietSeconds() throws IOException {
    ClipTruth late =
        truths().stream().filter(t -> t.camera().equals("late-approach")).findFirst().orElseThrow();
    int first = late.people().getFirst().boxes().getFirst().frame();
    assertEquals(206, first);
    assertTrue(first >= 10 * late.fps() && first % 60 >= 1.5 * late.fps() && first % 60 <= 30);
    assertEquals(first / late.fps(), late.approaches().getFirst().from(), 0.01);
  }

  /** Served in place of a camera's own clip, or beside it: nobody's way is scripted in them. */
  @Test
  void theClipsWithoutTruthsAreThere() throws IOException {
    for (String name :
        List.of(
            "home-door.sub",
            "home-door.h265",
            "black",
            "blurred-door",
            "quiet-yard",
            "quiet-yard-clean",
            "quiet-yard.sub")) {
      Path video = CLIPS.resolve(name + ".mp4");
      assertTrue(Files.isRegularFile(video) && Files.size(video) > 100_000, video.toString());
    }
  }

  @Test
  void everyTruthsVideoIsThere() throws IOException {
    for (ClipTruth truth : truths()) {
      Path video = CLIPS.resolve(truth.clip());
      assertTrue(Files.isRegularFile(video) && Files.size(video) > 100_000, video.toString());
    }
  }

  @Test
  void everyPictureHasASizeARateAndALength() throws IOException {
    for (ClipTruth truth : truths()) {
      assertTrue(truth.width() > 0 && truth.height() > 0 && truth.fps() > 0, truth.clip());
      assertEquals(truth.frames(), truth.seconds() * truth.fps(), 1e-6, truth.clip());
    }
  }

  @Test
  void everyBoxLiesInThePictureAndInTime() throws IOException {
    for (ClipTruth truth : truths()) {
      for (Person person : truth.people()) {
        for (Box box : person.boxes()) {
          String where = truth.clip() + " " + person.person() + " " + box;
          assertTrue(box.frame() >= 0 && box.frame() < truth.frames(), where);
          assertTrue(box.w() > 0 && box.h() > 0 && box.distanceM() > 0, where);
          assertTrue(box.x() >= -ROUNDING && box.y() >= -ROUNDING, where);
          assertTrue(box.x() + box.w() <= truth.width() + ROUNDING, where);
          assertTrue(box.y() + box.h() <= truth.height() + ROUNDING, where);
        }
      }
    }
  }

  @Test
  void aPersonHasOneFaceAFrameInOrder() throws IOException {
    for (ClipTruth truth : truths()) {
      Set<String> names = new HashSet<>();
      for (Person person : truth.people()) {
        assertTrue(names.add(person.person()), truth.clip() + " " + person.person());
        int last = -1;
        for (Box box : person.boxes()) {
          assertTrue(box.frame() > last, truth.clip() + " " + person.person() + " " + box);
          last = box.frame();
        }
      }
    }
  }

  @Test
  void everyRoleIsKnown() throws IOException {
    for (ClipTruth truth : truths()) {
      for (Person person : truth.people()) {
        assertTrue(ROLES.contains(person.role()), truth.clip() + " " + person.role());
      }
    }
  }

  @Test
  void everyApproachIsARespondentsAndLiesWithinTheClip() throws IOException {
    for (ClipTruth truth : truths()) {
      for (Approach approach : truth.approaches()) {
        String where = truth.clip() + " " + approach;
        assertTrue(approach.from() >= 0 && approach.from() < approach.to(), where);
        assertTrue(approach.to() <= truth.seconds() + 1e-6, where);
        boolean respondent =
            truth.people().stream()
                .anyMatch(
                    p -> p.person().equals(approach.person()) && p.role().equals("respondent"));
        assertTrue(respondent, where);
        if (approach.alertExpected()) {
          assertTrue(
              approach.faceFirst48px() >= approach.from()
                  && approach.faceFirst48px() <= approach.to(),
              where);
        }
      }
    }
  }

  @Test
  void somebodyMustBeAlertedAndSomebodyMustNot() throws IOException {
    assertTrue(
        truths().stream().anyMatch(t -> t.approaches().stream().anyMatch(Approach::alertExpected)));
    assertTrue(
        truths().stream()
            .anyMatch(t -> t.people().stream().anyMatch(p -> !p.role().equals("respondent"))));
  }

  @Test
  void aFolderWithoutTruthsHasNoneAndADamagedOneIsRefused(@TempDir Path folder) throws IOException {
    assertEquals(List.of(), Footage.truths(folder));
    Files.writeString(folder.resolve("broken.truth.json"), "{\"clip\":");
    assertThrows(JacksonException.class, () -> Footage.truths(folder));
  }
}
