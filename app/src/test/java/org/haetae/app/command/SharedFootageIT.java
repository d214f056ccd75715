package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.haetae.app.Home;
import org.haetae.models.opencv.JpegEncoder;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of real people, which the project may measure on but not ship. */
class SharedFootageIT {
  private static final Path SHARED = Home.folder().resolveSibling("shared");
  private static final Path FOOTAGE = SHARED.resolve("footage");

  @TempDir private Path temp = Path.of("");

  @BeforeEach
  void footageIsThere() {
    assumeTrue(Files.isDirectory(FOOTAGE), "the footage of real people is not on this machine");
  }

  @Test
  void aPersonIsFoundAgainInTheRestOfTheirClipOnly() throws IOException {
    Path female = FOOTAGE.resolve("head-pose-face-detection-female.gif");
    Path male = FOOTAGE.resolve("head-pose-face-detection-male.gif");
    takePhotographs(female, "woman");
    takePhotographs(male, "man");
    Ran ran =
        Ran.of(
            "scan", female.toString(), male.toString(), "--watchlist", temp.toString(), "--json");
    assertEquals(0, ran.code(), ran.err());
    List<String> sightings =
        ran.out().lines().filter(line -> line.contains("\"type\":\"sighting\"")).toList();
    assertTrue(
        sightings.stream().anyMatch(line -> line.contains("-female.gif") && line.contains("woman")),
        ran.out());
    assertTrue(
        sightings.stream().anyMatch(line -> line.contains("-male.gif") && line.contains("\"man\"")),
        ran.out());
    assertFalse(
        sightings.stream()
            .anyMatch(line -> line.contains("-female.gif") && line.contains("\"man\"")),
        ran.out());
    assertFalse(
        sightings.stream().anyMatch(line -> line.contains("-male.gif") && line.contains("woman")),
        ran.out());
  }

  /** Photographs of the clip's first half second. */
  private void takePhotographs(Path clip, String person) throws IOException {
    Path folder = Files.createDirectories(temp.resolve(person));
    try (FrameSource source = FileSource.open(clip)) {
      for (int i = 0; i < 6; i++) {
        Frame frame = source.next(seconds -> Instant.EPOCH);
        if (frame != null) {
          try (PlanarRgb pixels = new PlanarRgb(frame.width(), frame.height())) {
            frame.read(Region.whole(frame), frame.width(), frame.height(), pixels);
            Files.write(folder.resolve(i + ".jpg"), JpegEncoder.encode(pixels, 95));
          } finally {
            frame.release();
          }
        }
      }
    }
  }

  @Test
  void nobodyIsTakenForAPublicFigure() throws IOException {
    Path people = SHARED.resolve("eval/lfw100");
    assumeTrue(Files.isDirectory(people), "the photographs are not on this machine");
    Ran ran =
        Ran.of(
            "scan",
            FOOTAGE.resolve("face-demographics-walking.gif").toString(),
            FOOTAGE.resolve("head-pose-face-detection-female-and-male.gif").toString(),
            FOOTAGE.resolve("classroom.gif").toString(),
            "--watchlist",
            people.toString(),
            "--json");
    assertEquals(0, ran.code(), ran.err());
    assertFalse(ran.out().contains("\"type\":\"sighting\""), ran.out());
  }

  @Test
  void thePhotographsAreToldApart() {
    Path people = SHARED.resolve("eval/lfw100");
    assumeTrue(Files.isDirectory(people), "the photographs are not on this machine");
    Ran ran = Ran.of("evaluate", people.toString(), "--json");
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("\"failuresToEnrol\":[]"), ran.out());
    double rate =
        Double.parseDouble(ran.out().replaceFirst("(?s).*\"tarAtFar1e-3\":([0-9.]+).*", "$1"));
    assertTrue(rate >= 0.99, ran.out());
  }
}
