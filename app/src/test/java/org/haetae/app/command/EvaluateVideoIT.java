package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.haetae.app.Home;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.evaluation.NumbersFile;
import org.haetae.console.site.RecordingErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One shipped clip through the real pipeline. */
class EvaluateVideoIT {
  private static final Path FOOTAGE = Home.folder().resolve("camera-sim/footage");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path temp = Path.of("");

  private void bringLateApproach() throws IOException {
    for (String name : List.of("late-approach.mp4", "late-approach.truth.json")) {
      Files.copy(FOOTAGE.resolve("clips").resolve(name), temp.resolve(name));
    }
  }

  @Test
  void theLateApproachIsAlertedAndReported() throws IOException {
    bringLateApproach();
    Path report = temp.resolve("report.html");
    Ran ran =
        Ran.of(
            "evaluate",
            "--video",
            temp.toString(),
            "--watchlist",
            FOOTAGE.resolve("enrolment").toString(),
            "--json",
            "--report",
            report.toString());
    assertEquals(0, ran.code(), ran.err());
    List<JsonNode> lines = ran.out().lines().map(MAPPER::readTree).toList();
    JsonNode passage = lines.getFirst();
    assertEquals("respondent-han", passage.get("person").stringValue());
    assertTrue(passage.get("identified").booleanValue(), ran.out());
    assertTrue(passage.get("margin").doubleValue() >= 0, "alerted, so it was enough");
    assertTrue(passage.get("secondsSince48px").doubleValue() < 1, ran.out());
    assertEquals(133, passage.get("light").doubleValue(), 15);
    JsonNode whole = lines.getLast();
    assertEquals(1, whole.get("tpir").get("hits").intValue());
    assertEquals(0, whole.get("fpir").get("hits").intValue());
    assertEquals("EXACT", whole.get("tpir").get("interval").stringValue());
    String page = Files.readString(report);
    assertTrue(page.contains("1 of 1, 1 person"), page);
    assertFalse(page.contains("<script") || page.contains("http"), "a page that stands alone");
  }

  /** As the site is set, not as the command is by itself. */
  @Test
  void aSiteKeepsWhatWasMeasuredAsItIsSet() throws IOException {
    bringLateApproach();
    Path site = temp.resolve("site.yaml");
    Files.writeString(
        site,
        Files.readString(FOOTAGE.resolve("../../config/demo.yaml"))
            .replace("../camera-sim/footage", FOOTAGE.toString())
            .replace("false-positive-rate: 1e-4", "false-positive-rate: 1e-3")
            .replace("# database: ../data/haetae.db", "database: " + temp.resolve("haetae.db"))
            .replace("# keys: ../data/keys", "keys: " + temp.resolve("keys"))
            .replace("# master-key: ../master.key", "master-key: " + temp.resolve("master.key")));
    Ran ran =
        Ran.of(
            "evaluate",
            "--video",
            temp.toString(),
            "--watchlist",
            FOOTAGE.resolve("enrolment").toString(),
            "--config",
            site.toString());
    assertEquals(0, ran.code(), ran.err());
    RecordingErrors left =
        NumbersFile.recordings(new Records(temp.resolve("haetae.db"), temp, temp))
            .read()
            .known()
            .orElseThrow();
    assertEquals(1e-3, left.target());
    assertEquals(
        List.of(1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6),
        left.targets().stream().map(RecordingErrors.Target::rate).toList());
    assertEquals(1, left.of(left.model(), 1e-3).orElseThrow().falselyIdentified().high());
    assertEquals(3, left.gallerySize());
    RecordingErrors.Target loosest = left.targets().getFirst();
    RecordingErrors.Target strictest = left.targets().getLast();
    assertTrue(loosest.threshold() < strictest.threshold(), left.toString());
    assertTrue(loosest.identified().hits() >= strictest.identified().hits(), left.toString());
  }

  @Test
  void whatDoesNotGoTogetherIsOneSentence() {
    assertSaid("name what to measure on", "evaluate");
    assertSaid("needs --watchlist", "evaluate", "--video", temp.toString());
    assertSaid("not both", "evaluate", "people", "--video", temp.toString());
    assertSaid(
        "holds no truth", "evaluate", "--video", temp.toString(), "--watchlist", temp.toString());
    assertSaid(
        "at least 1000 resamples",
        "evaluate",
        "--video",
        temp.toString(),
        "--watchlist",
        temp.toString(),
        "--resamples",
        "5");
  }

  private static void assertSaid(String words, String... arguments) {
    Ran ran = Ran.of(arguments);
    assertEquals(2, ran.code(), ran.err());
    assertTrue(ran.err().contains(words), ran.err());
    assertFalse(ran.err().contains("Exception"), ran.err());
  }
}
