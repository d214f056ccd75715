package org.haetae.models.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.Home;
import org.haetae.models.opencv.StillPicture;
import org.haetae.models.picture.MirroredPicture;
import org.haetae.models.picture.PaintedPicture;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.Region;
import org.junit.jupiter.api.Test;

/** What every face detector must find, and what not; each has a subclass. */
abstract class FaceDetectorContract {
  static final int MOST_PIXELS = 640 * 640;

  abstract FaceDetector detector();

  private static List<DetectedFace> detect(FaceDetector detector, Picture picture) {
    float smallest = Math.max(picture.width(), picture.height()) * 18 / 256f;
    return detector.detect(picture, Region.whole(picture), smallest);
  }

  @Test
  void aRenderedEnrolmentPhotographShowsOneFace() throws IOException {
    List<Path> photographs = Home.enrolmentPhotographs();
    assertFalse(photographs.isEmpty());
    try (FaceDetector detector = detector()) {
      for (Path photograph : photographs) {
        try (StillPicture picture = Home.decode(photograph)) {
          assertEquals(1, detect(detector, picture).size(), photograph.toString());
        }
      }
    }
  }

  @Test
  void aMirroredFaceIsFoundAtTheMirroredPlace() throws IOException {
    try (FaceDetector detector = detector();
        StillPicture picture = Home.decode(Home.enrolmentPhotographs().getFirst())) {
      FaceBox box = detect(detector, picture).getFirst().box();
      FaceBox mirrored = detect(detector, new MirroredPicture(picture)).getFirst().box();
      assertEquals(picture.width() - box.centreX(), mirrored.centreX(), box.width() / 10);
      assertEquals(box.centreY(), mirrored.centreY(), box.height() / 10);
    }
  }

  @Test
  void aFaceIsFoundAtOnePlaceWhateverTheRegionAndTheSmallestFace() throws IOException {
    try (FaceDetector detector = detector();
        StillPicture picture = Home.decode(Home.enrolmentPhotographs().getFirst())) {
      FaceBox whole = detect(detector, picture).getFirst().box();
      FaceBox around = whole.grown(0.4f);
      Region region =
          Region.clamped(around.x(), around.y(), around.width(), around.height(), picture);
      for (float height : new float[] {40, 80, 160}) {
        FaceBox part =
            detector.detect(picture, region, 18 * whole.height() / height).getFirst().box();
        assertTrue(whole.overlap(part) > 0.6, height + " pixels: " + whole.overlap(part));
      }
    }
  }

  @Test
  void everyRealFaceIsFound() throws IOException {
    try (FaceDetector detector = detector()) {
      for (Path person : Home.realPeople()) {
        for (Path photograph : Home.photographs(person)) {
          try (StillPicture picture = Home.decode(photograph)) {
            FaceBox middle = new FaceBox(picture.width() / 4f, picture.height() / 4f, 125, 125);
            boolean found =
                detect(detector, picture).stream().anyMatch(f -> f.box().overlap(middle) > 0.2);
            assertTrue(found, photograph.toString());
          }
        }
      }
    }
  }

  @Test
  void nobodyIsFoundWhereNobodyIs() {
    PaintedPicture plain = new PaintedPicture(640, 360, (c, x, y) -> 90);
    PaintedPicture stripes = new PaintedPicture(640, 360, (c, x, y) -> (x / 20 + y / 9) % 2 * 150);
    try (FaceDetector detector = detector()) {
      assertEquals(List.of(), detector.detect(plain, Region.whole(plain), 24));
      assertEquals(List.of(), detector.detect(stripes, Region.whole(stripes), 24));
    }
  }

  @Test
  void aPartOfAFewPixelsIsSearchedWithoutComplaint() {
    PaintedPicture plain = new PaintedPicture(640, 360, (c, x, y) -> 90);
    try (FaceDetector detector = detector()) {
      assertEquals(List.of(), detector.detect(plain, new Region(638, 358, 1, 1), 36));
    }
  }

  @Test
  void aRegionLargerThanTheInputIsReadSmaller() throws IOException {
    try (FaceDetector detector = detector();
        StillPicture picture = Home.decode(Home.enrolmentPhotographs().getFirst())) {
      assertEquals(1, detector.detect(picture, Region.whole(picture), 2).size());
    }
  }
}
