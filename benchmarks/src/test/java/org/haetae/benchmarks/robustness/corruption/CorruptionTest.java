package org.haetae.benchmarks.robustness.corruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.haetae.app.Home;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.Landmarks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorruptionTest {
  /** What the detector finds in {@link #portrait}. */
  private static final DetectedFace FACE =
      new DetectedFace(
          new FaceBox(126.5f, 125.1f, 118.5f, 137.2f),
          new Landmarks(156.4f, 171.6f, 213, 167.6f, 186, 197.5f, 162.6f, 223.8f, 209.5f, 220.4f),
          0.88f);

  static List<Corruption> all() {
    return Corruption.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSameSeedGivesTheSameBytes(Corruption corruption) throws IOException {
    Bitmap portrait = portrait();
    for (int severity = 1; severity <= Corruption.WORST; severity++) {
      assertTrue(
          corruption
              .applied(portrait, FACE, severity, 7)
              .sameAs(corruption.applied(portrait(), FACE, severity, 7)),
          "severity " + severity);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachStepSpoilsMoreThanTheOneBefore(Corruption corruption) throws IOException {
    Bitmap portrait = portrait();
    double before = 0;
    FaceBox box = FACE.box();
    for (int severity = 1; severity <= Corruption.WORST; severity++) {
      double difference = corruption.applied(portrait, FACE, severity, 7).difference(portrait);
      FaceBox moved = corruption.moved(FACE.box(), portrait, severity);
      // A face that shrinks is spoilt by that, whatever stands around it.
      assertTrue(
          difference > before || moved.height() < box.height(),
          "severity %d changes %.2f, the one before %.2f".formatted(severity, difference, before));
      before = difference;
      box = moved;
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void theSizeStaysAndTheOriginalToo(Corruption corruption) throws IOException {
    Bitmap portrait = portrait();
    Bitmap spoilt = corruption.applied(portrait, FACE, 3, 7);
    assertEquals(portrait.width(), spoilt.width());
    assertEquals(portrait.height(), spoilt.height());
    assertTrue(portrait.sameAs(portrait()));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPictureOfOddSidesIsTakenToo(Corruption corruption) throws IOException {
    Bitmap odd = Optics.resized(portrait(), 301, 299);
    Bitmap spoilt = corruption.applied(odd, scaled(0.75f), 2, 7);
    assertEquals(301, spoilt.width());
    assertFalse(spoilt.sameAs(odd));
  }

  @ParameterizedTest
  @MethodSource("all")
  void noNativePictureIsLeftBehind(Corruption corruption) throws IOException {
    Bitmap portrait = portrait();
    corruption.applied(portrait, FACE, 5, 7);
    long before = Pointer.totalCount();
    for (int i = 0; i < 5; i++) {
      corruption.applied(portrait, FACE, 5, i);
    }
    assertTrue(Pointer.totalCount() <= before, "%d were open before".formatted(before));
  }

  @ParameterizedTest
  @MethodSource("all")
  void severitiesRunFromOneToFive(Corruption corruption) throws IOException {
    Bitmap portrait = portrait();
    assertThrows(IllegalArgumentException.class, () -> corruption.applied(portrait, FACE, 0, 7));
    assertThrows(IllegalArgumentException.class, () -> corruption.applied(portrait, FACE, 6, 7));
  }

  @Test
  void chanceFollowsTheSeed() throws IOException {
    Bitmap portrait = portrait();
    for (Corruption corruption :
        List.of(new LowLight(), new Backlight(), new Rain(), new MotionBlur(), new Hood())) {
      assertFalse(
          corruption.applied(portrait, FACE, 3, 1).sameAs(corruption.applied(portrait, FACE, 3, 2)),
          corruption.name());
    }
  }

  @Test
  void aMaskAsWornHidesNoseAndMouthAndLeavesTheEyes() throws IOException {
    Bitmap portrait = portrait();
    Bitmap masked = new Mask().applied(portrait, FACE, 3, 7);
    assertTrue(changed(portrait, masked, 186, 197));
    assertTrue(changed(portrait, masked, 186, 222));
    assertFalse(changed(portrait, masked, 156, 171));
    assertFalse(changed(portrait, masked, 213, 167));
    assertFalse(changed(portrait, new Mask().applied(portrait, FACE, 2, 7), 186, 192));
  }

  @Test
  void sunglassesHideTheEyesAndLeaveTheMouth() throws IOException {
    Bitmap portrait = portrait();
    Bitmap worn = new Sunglasses().applied(portrait, FACE, 4, 7);
    assertTrue(changed(portrait, worn, 156, 174));
    assertTrue(changed(portrait, worn, 213, 170));
    assertFalse(changed(portrait, worn, 186, 222));
  }

  @Test
  void aHoodStandsAroundTheHeadAndLeavesTheNose() throws IOException {
    Bitmap portrait = portrait();
    Bitmap worn = new Hood().applied(portrait, FACE, 4, 7);
    assertTrue(changed(portrait, worn, 128, 110));
    assertFalse(changed(portrait, worn, 186, 205));
  }

  @Test
  void aSmallFaceIsWhereItSaysAndAsHighAsItSays() throws IOException {
    FaceBox moved = new Small().moved(FACE.box(), portrait(), 3);
    assertEquals(48, moved.height(), 0.01);
    assertEquals(200 + (FACE.box().centreX() - 200) * 48 / 137.2, moved.centreX(), 0.01);
  }

  private static boolean changed(Bitmap before, Bitmap after, int x, int y) {
    int sum = 0;
    for (int channel = 0; channel < Bitmap.CHANNELS; channel++) {
      sum += Math.abs(before.sample(x, y, channel) - after.sample(x, y, channel));
    }
    return sum > 45;
  }

  private static DetectedFace scaled(float factor) {
    return new DetectedFace(
        FACE.box().scaled(factor), FACE.landmarks().mapped(0, 0, factor), FACE.score());
  }

  private static Bitmap portrait() throws IOException {
    return Optics.decode(
        Files.readAllBytes(
            Home.folder().resolve("camera-sim/footage/stills/respondent-han/01.jpg")));
  }
}
