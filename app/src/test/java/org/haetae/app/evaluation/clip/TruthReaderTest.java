package org.haetae.app.evaluation.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.haetae.app.Home;
import org.haetae.app.evaluation.video.TruthBox;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruthReaderTest {
  private static final String GOOD =
      """
      {"fps": 25, "people": [{"person": "kim", "boxes": [
        {"frame": 3, "x": 10.5, "y": 20, "w": 30, "h": 40, "facing": true},
        {"frame": 4, "x": 11, "y": 20, "w": 30, "h": 40, "facing": false, "yaw": -70}]}]}
      """;

  @TempDir private Path folder = Path.of("");

  private LabelledClip read(String truth) throws IOException {
    Files.writeString(folder.resolve("door.truth.json"), truth);
    Files.writeString(folder.resolve("door.mp4"), "");
    return TruthReader.folder(folder).getFirst();
  }

  private void assertSaid(String truth, String sentence) {
    Problem problem = assertThrows(Problem.class, () -> read(truth));
    assertEquals(ExitCode.USAGE, problem.code());
    String said = String.valueOf(problem.getMessage());
    assertTrue(said.contains("door.truth.json: " + sentence), said);
  }

  @Test
  void aSitesOwnTruthNeedsFewFields() throws IOException {
    LabelledClip clip = read(GOOD);
    assertEquals("door.mp4", clip.name());
    assertEquals(25, clip.fps());
    TruthBox last = clip.people().getFirst().boxes().getLast();
    assertEquals(OptionalDouble.of(-70), last.yaw());
    assertEquals(4, last.frame());
  }

  @Test
  void theShippedTruthsAreRead() {
    List<LabelledClip> clips =
        TruthReader.folder(Home.folder().resolve("camera-sim/footage/clips"));
    assertEquals(5, clips.size());
  }

  @Test
  void aMistakeIsNamedByFileAndField() {
    assertSaid(GOOD.replace("\"fps\": 25,", ""), "fps is missing");
    assertSaid(GOOD.replace("25", "0"), "fps must be more than 0");
    assertSaid(
        GOOD.replace("\"y\": 20, \"w\": 30, \"h\": 40, \"facing\": false", "\"y\": 20, \"w\": 30"),
        "people[0].boxes[1].h is missing");
    assertSaid(
        GOOD.replace("\"frame\": 4", "\"frame\": 3"),
        "people[0].boxes[1].frame must be larger than the one before");
    assertSaid(GOOD.replace("true", "\"yes\""), "people[0].boxes[0].facing must be true or false");
    assertSaid("[]", "the file must be an object");
    assertSaid(GOOD.replace("\"fps\"", "\"clip\": \"x.mp4\", \"fps\""), "there is no recording");
  }

  @Test
  void whatIsNoJsonIsNamedWithItsLine() {
    Problem problem = assertThrows(Problem.class, () -> read("{\n\"fps\": ,}"));
    assertTrue(String.valueOf(problem.getMessage()).contains("line 2"), problem.getMessage());
  }

  @Test
  void aFolderWithoutTruthsIsRefused() {
    Problem problem = assertThrows(Problem.class, () -> TruthReader.folder(folder));
    assertTrue(String.valueOf(problem.getMessage()).contains("holds no truth"));
  }
}
