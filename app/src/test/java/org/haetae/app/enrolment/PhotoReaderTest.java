package org.haetae.app.enrolment;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.models.opencv.JpegEncoder;
import org.haetae.models.opencv.StillPicture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each photograph that won't do is refused with a reason that somebody can act on. */
class PhotoReaderTest {
  private static final Path ENROLMENT = Home.folder().resolve("camera-sim/footage/enrolment");

  private final PhotoReader reader = new PhotoReader(Eyes.standard());

  @TempDir private Path temp = Path.of("");

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void aGoodPhotographIsTaken() {
    assertInstanceOf(PhotoResult.Accepted.class, reader.enrol(photograph("respondent-han")));
  }

  @Test
  void twoFacesAreAmbiguous() throws IOException {
    try (PlanarRgb both = new PlanarRgb(800, 400)) {
      paste(photograph("respondent-han"), both, 0, 400);
      paste(photograph("respondent-seo"), both, 400, 400);
      refused(both, "shows 2 faces");
    }
  }

  @Test
  void aSmallFaceIsRefused() throws IOException {
    try (PlanarRgb small = new PlanarRgb(400, 400)) {
      paste(photograph("respondent-han"), small, 100, 60);
      refused(small, "pixels height: at least 48");
    }
  }

  @Test
  void aBlurredFaceIsRefused() throws IOException {
    try (PlanarRgb tiny = new PlanarRgb(28, 28);
        PlanarRgb blurred = new PlanarRgb(400, 400)) {
      paste(photograph("respondent-han"), tiny, 0, 28);
      for (int channel = 0; channel < 3; channel++) {
        for (int y = 0; y < 400; y++) {
          for (int x = 0; x < 400; x++) {
            blurred.set(channel, x, y, smooth(tiny, channel, x / 400.0 * 27, y / 400.0 * 27));
          }
        }
      }
      refused(blurred, "is blurred");
    }
  }

  @Test
  void aDarkFaceIsRefused() throws IOException {
    try (PlanarRgb dark = new PlanarRgb(400, 400)) {
      paste(photograph("respondent-han"), dark, 0, 400);
      for (int channel = 0; channel < 3; channel++) {
        for (int y = 0; y < 400; y++) {
          for (int x = 0; x < 400; x++) {
            dark.set(channel, x, y, dark.sample(channel, x, y) / 14);
          }
        }
      }
      PhotoResult result = reader.enrol(write(dark));
      PhotoResult.Refused no = assertInstanceOf(PhotoResult.Refused.class, result);
      assertTrue(
          no.reason().contains("too dark")
              || no.reason().contains("no face")
              || no.reason().contains("blurred"),
          no.reason());
    }
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    Path text = Files.writeString(temp.resolve("text.jpg"), "no picture");
    Path empty = Files.createFile(temp.resolve("empty.jpg"));
    for (Path file : new Path[] {text, empty, temp.resolve("missing.jpg")}) {
      PhotoResult.Refused no = assertInstanceOf(PhotoResult.Refused.class, reader.enrol(file));
      assertTrue(no.reason().contains("can't be read"), no.reason());
    }
  }

  private void refused(PlanarRgb picture, String reason) throws IOException {
    PhotoResult.Refused no =
        assertInstanceOf(PhotoResult.Refused.class, reader.enrol(write(picture)));
    assertTrue(no.reason().contains(reason), no.reason());
  }

  private Path write(PlanarRgb picture) throws IOException {
    return Files.write(temp.resolve("made.jpg"), JpegEncoder.encode(picture, 95));
  }

  private static Path photograph(String person) {
    return WatchlistFolder.pictures(ENROLMENT.resolve(person)).getFirst();
  }

  /** Puts a photograph, scaled to a square, beside what is there. */
  private static void paste(Path photograph, PlanarRgb target, int left, int side)
      throws IOException {
    try (StillPicture picture = StillPicture.decode(Files.readAllBytes(photograph)).orElseThrow();
        PlanarRgb scaled = new PlanarRgb(side, side)) {
      picture.read(Region.whole(picture), side, side, scaled);
      for (int channel = 0; channel < 3; channel++) {
        for (int y = 0; y < side; y++) {
          for (int x = 0; x < side; x++) {
            target.set(channel, left + x, y, scaled.sample(channel, x, y));
          }
        }
      }
    }
  }

  private static int smooth(PlanarRgb picture, int channel, double x, double y) {
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(27, left + 1);
    int bottom = Math.min(27, top + 1);
    double fx = x - left;
    double fy = y - top;
    double upper =
        picture.sample(channel, left, top) * (1 - fx) + picture.sample(channel, right, top) * fx;
    double lower =
        picture.sample(channel, left, bottom) * (1 - fx)
            + picture.sample(channel, right, bottom) * fx;
    return (int) Math.round(upper * (1 - fy) + lower * fy);
  }
}
