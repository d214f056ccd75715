package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.haetae.app.Home;
import org.haetae.app.config.CaseworkSettings.Records;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.app.evaluation.NumbersFile;
import org.haetae.console.site.PhotographErrors;
import org.haetae.models.opencv.JpegEncoder;
import org.haetae.models.picture.PlanarRgb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the command line: exit codes, one plain sentence, JSON lines. */
class CommandLineIT {
  private static final Path FOOTAGE = Home.folder().resolve("camera-sim/footage");
  private static final Path DOOR = FOOTAGE.resolve("clips/home-door.mp4");
  private static final Path ENROLMENT = FOOTAGE.resolve("enrolment");

  @TempDir private Path temp = Path.of("");

  @Test
  void helpNamesEveryCommand() {
    Ran ran = Ran.of("--help");
    assertEquals(0, ran.code());
    for (String command :
        List.of(
            "demo",
            "drill",
            "run",
            "users",
            "check",
            "scan",
            "faces",
            "enrol",
            "cameras",
            "evaluate",
            "sim")) {
      assertTrue(ran.out().contains(command), command);
      assertEquals(0, Ran.of(command, "--help").code());
    }
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    Ran ran = Ran.of("scan", "--watchlst", "x");
    assertEquals(2, ran.code());
    assertFalse(ran.err().contains("Exception"), ran.err());
  }

  @Test
  void scanFindsTheRespondentAndNobodyElse() {
    Ran ran = Ran.of("scan", DOOR.toString(), "--watchlist", ENROLMENT.toString(), "--json");
    assertEquals(0, ran.code(), ran.err());
    List<String> lines = ran.out().lines().toList();
    assertEquals(2, lines.size(), ran.out());
    assertAll(
        () -> assertTrue(lines.get(0).contains("\"type\":\"sighting\"")),
        () -> assertTrue(lines.get(0).contains("\"subject\":\"respondent-han\"")),
        () -> assertTrue(lines.get(1).contains("\"type\":\"summary\"")),
        () -> assertTrue(lines.get(1).contains("\"frames\":390")));
  }

  @Test
  void scanGoesOnBehindABrokenVideo() throws IOException {
    Path empty = Files.createFile(temp.resolve("empty.mp4"));
    Path text = Files.writeString(temp.resolve("text.mp4"), "this is no video\n".repeat(50));
    Path missing = temp.resolve("missing.mp4");
    Path people = onePerson("respondent-han");
    Ran ran =
        Ran.of(
            "scan",
            empty.toString(),
            text.toString(),
            missing.toString(),
            cut().toString(),
            "--watchlist",
            people.toString(),
            "--json");
    assertEquals(1, ran.code());
    assertAll(
        () -> assertTrue(ran.err().contains("empty.mp4 is not a video"), ran.err()),
        () -> assertTrue(ran.err().contains("text.mp4 is not a video"), ran.err()),
        () -> assertTrue(ran.err().contains("there is no video file"), ran.err()),
        () -> assertFalse(ran.err().contains("\tat "), ran.err()));
  }

  /** An MP4 whose index stands at its head and whose pictures end after a part of them. */
  private Path cut() throws IOException {
    byte[] whole = Files.readAllBytes(DOOR);
    return Files.write(temp.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 10));
  }

  @Test
  void anEmptyWatchlistIsAConfigurationError() {
    Ran ran = Ran.of("scan", DOOR.toString(), "--watchlist", temp.toString());
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("is empty"), ran.err());
  }

  @Test
  void onePersonUnderTwoNamesIsAConfigurationError() throws IOException {
    Path people = onePerson("a");
    Files.createDirectories(people.resolve("b"));
    Files.copy(
        firstPicture(ENROLMENT.resolve("respondent-han"), 1), people.resolve("b").resolve("2.jpg"));
    Ran ran = Ran.of("scan", DOOR.toString(), "--watchlist", people.toString());
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("a and b seem to be one person"), ran.err());
  }

  private Path onePerson(String name) throws IOException {
    Path people = temp.resolve("people");
    Files.createDirectories(people.resolve(name));
    Files.copy(
        firstPicture(ENROLMENT.resolve("respondent-han"), 0),
        people.resolve(name).resolve("1.jpg"));
    return people;
  }

  private static Path firstPicture(Path folder, int index) {
    return WatchlistFolder.pictures(folder).get(index);
  }

  @Test
  void facesShowsBoxLandmarksAndQuality() {
    Ran ran =
        Ran.of(
            "faces",
            firstPicture(ENROLMENT.resolve("respondent-seo"), 0).toString(),
            "--json",
            "--embedding");
    assertEquals(0, ran.code(), ran.err());
    for (String key : List.of("box", "landmarks", "quality", "embedding", "pose")) {
      assertTrue(ran.out().contains("\"" + key + "\""), key);
    }
  }

  @Test
  void aPictureWithoutAFaceIsReported() throws IOException {
    Path file = temp.resolve("grey.jpg");
    try (PlanarRgb grey = new PlanarRgb(200, 200)) {
      Files.write(file, JpegEncoder.encode(grey, 80));
    }
    Ran faces = Ran.of("faces", file.toString());
    assertEquals(1, faces.code());
    assertTrue(faces.err().contains("shows no face"), faces.err());
    Ran enrol =
        Ran.of(
            "enrol",
            "--watchlist",
            temp.resolve("w").toString(),
            "--subject",
            "x",
            file.toString());
    assertEquals(1, enrol.code());
    assertTrue(enrol.out().contains("refused"), enrol.out());
    assertFalse(Files.exists(temp.resolve("w")));
  }

  @Test
  void enrolCopiesGoodPhotographsAndNeverOverwrites() {
    Path people = temp.resolve("people");
    String photograph = firstPicture(ENROLMENT.resolve("respondent-seo"), 0).toString();
    String[] command = {"enrol", "--watchlist", people.toString(), "--subject", "seo", photograph};
    assertEquals(0, Ran.of(command).code());
    assertTrue(Files.exists(people.resolve("seo").resolve(Path.of(photograph).getFileName())));
    Ran again = Ran.of(command);
    assertEquals(2, again.code());
    assertTrue(again.err().contains("exists already"), again.err());
  }

  @Test
  void anIdCanNotLeaveTheFolder() {
    Ran ran = Ran.of("enrol", "--watchlist", temp.toString(), "--subject", "../x", "a.jpg");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("can't be a subject's id"), ran.err());
  }

  @Test
  void evaluateMeasuresThePeopleOfTheFootage() {
    Path report = temp.resolve("report.html");
    Ran ran =
        Ran.of(
            "evaluate",
            FOOTAGE.resolve("stills").toString(),
            "--json",
            "--report",
            report.toString());
    assertEquals(0, ran.code(), ran.err());
    assertTrue(ran.out().contains("\"tarAtFar1e-3\""), ran.out());
    assertTrue(Files.exists(report));
  }

  @Test
  void evaluateLeavesItsNumbersBesideTheDatabaseOfASite() throws IOException {
    String demo = Files.readString(FOOTAGE.resolve("../../config/demo.yaml"));
    Path site = temp.resolve("site.yaml");
    Files.writeString(site, demo.replace("../camera-sim/footage", FOOTAGE.toString()));
    String people = FOOTAGE.resolve("stills").toString();
    Ran without = Ran.of("evaluate", people, "--config", site.toString());
    assertEquals(2, without.code(), without.err());
    assertTrue(without.err().contains("keeps no database"), without.err());
    Files.writeString(
        site,
        Files.readString(site)
            .replace("# database: ../data/haetae.db", "database: " + temp.resolve("haetae.db"))
            .replace("# keys: ../data/keys", "keys: " + temp.resolve("keys"))
            .replace("# master-key: ../master.key", "master-key: " + temp.resolve("master.key")));
    Records records = new Records(temp.resolve("haetae.db"), temp, temp);
    Ran ran = Ran.of("evaluate", people, "--config", site.toString());
    assertEquals(0, ran.code(), ran.err());
    PhotographErrors left = NumbersFile.photographs(records).read().known().orElseThrow();
    assertEquals(100, left.photographs());
    double missed = left.pairs().misses(left.pairs().at(1e-2).orElseThrow());
    String printed = String.format(Locale.ROOT, "TAR %.4f at FAR 1e-02", 1 - missed);
    assertTrue(ran.out().contains(printed), printed + " is not in " + ran.out());
  }

  @Test
  void aFullDiskIsOneSentence() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no /dev/full here to stand for a full disk");
    Ran ran = Ran.of("evaluate", FOOTAGE.resolve("stills").toString(), "--report", full.toString());
    assertEquals(3, ran.code());
    assertTrue(ran.err().contains("free space"), ran.err());
    assertFalse(ran.err().contains("\tat "), ran.err());
  }

  @Test
  void evaluateNeedsPeople() {
    Ran ran = Ran.of("evaluate", temp.toString());
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("fewer than two people"), ran.err());
  }
}
