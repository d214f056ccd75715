package org.haetae.app.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.haetae.app.Home;
import org.haetae.sim.camera.CameraScript;
import org.haetae.sim.camera.Credentials;
import org.haetae.sim.camera.Credentials.Scheme;
import org.haetae.sim.camera.Fault;
import org.haetae.sim.junit.SimulatedCameras;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --live} before cameras that are well, gone, locked and too small. */
class CheckLiveIT {
  private static final Path CLIPS = Home.folder().resolve("camera-sim/footage/clips");
  private static final String RIGHT = "Kies+7391/wolf am See";
  private static final String WRONG = "Hut+3318/fremd nie";

  @RegisterExtension
  private static final SimulatedCameras CAMERAS =
      SimulatedCameras.of(
          CameraScript.of("gate", CLIPS.resolve("work-gate.mp4"))
              .withCredentials(new Credentials(Scheme.DIGEST, "waechter", RIGHT)),
          CameraScript.of("gone", CLIPS.resolve("work-yard.mp4")),
          CameraScript.of("locked", CLIPS.resolve("home-door.mp4"))
              .withCredentials(new Credentials(Scheme.DIGEST, "waechter", RIGHT)),
          CameraScript.of("small", CLIPS.resolve("home-door.sub.mp4")),
          CameraScript.of("pair", CLIPS.resolve("home-door.mp4"))
              .withSub(CLIPS.resolve("home-door.sub.mp4")));

  @TempDir private Path temp = Path.of("");

  @Test
  void everyCameraGetsItsLine() throws IOException {
    CAMERAS.site().start("gone", new Fault.Refuse());
    Path config =
        site(
            recording("street", "home-street.mp4"),
            live("gate") + login("gate", RIGHT),
            live("gone"),
            live("locked") + login("locked", WRONG),
            live("small") + "    size: 1280x720\n");
    Ran ran = Ran.of("check", "--config", config.toString(), "--live", "--seconds", "14");
    assertEquals(2, ran.code(), ran.out() + ran.err());
    assertAll(
        () -> said(ran, "street", "can recognise", "h264 1280x720", "15.0 pictures/s", "faces"),
        () ->
            said(ran, "gate", "1280x720,", "pictures/s, key frame every", "clock", "picture fine"),
        () -> said(ran, "gate", "lens 274 px/m at 5 m (needed 250)"),
        () -> said(ran, "gone", "NOT REACHABLE"),
        () -> said(ran, "locked", "NOT REACHABLE", "password"),
        () -> said(ran, "small", "CAN'T RECOGNISE", "640x360 instead of 1280x720"),
        () -> said(ran, "small", "wrong picture size", "lens 137 px/m at 5 m (needed 250)"),
        () -> assertTrue(ran.out().contains("3 of 5 cameras leave a gap"), ran.out()),
        () -> assertTrue(ran.err().contains("looking"), ran.err()),
        () -> assertFalse(ran.err().contains("WARN"), ran.err()),
        () -> silentOf(ran, RIGHT),
        () -> silentOf(ran, WRONG));
  }

  @Test
  void aSiteWithoutAGapIsDone() throws IOException {
    Path config =
        site(
            recording("yard", "work-yard.mp4"),
            live("gate") + login("gate", RIGHT),
            live("pair") + "    sub-url: " + CAMERAS.url("pair") + "/sub\n");
    Ran ran = Ran.of("check", "--config", config.toString(), "--live", "--seconds", "6");
    assertEquals(0, ran.code(), ran.out() + ran.err());
    assertAll(
        () -> said(ran, "yard", "can't tell yet", "no face seen (needed 80)"),
        () -> said(ran, "pair", "640x360, faces at 1280x720", "lens 274 px/m at 5 m"),
        () -> assertTrue(ran.out().contains("no gap found in the cover of 3 cameras"), ran.out()));
  }

  @Test
  void anotherNeedMakesAnotherVerdict() throws IOException {
    Path config = site(recording("yard", "work-yard.mp4"));
    Files.writeString(config, Files.readString(config) + "recognition: {pixels-per-metre: 400}\n");
    Ran ran = Ran.of("check", "--config", config.toString(), "--live", "--seconds", "2");
    assertEquals(2, ran.code(), ran.out() + ran.err());
    said(ran, "yard", "CAN'T RECOGNISE", "lens 274 px/m at 5 m (needed 400)");
  }

  @Test
  void theLengthIsChecked() {
    Ran ran = Ran.of("check", "--config", "config/demo.yaml", "--live", "--seconds", "0");
    assertEquals(2, ran.code());
    assertTrue(ran.err().contains("between 1 and 3600"), ran.err());
  }

  @Test
  void helpTeaches() {
    Ran ran = Ran.of("check", "--help");
    assertEquals(0, ran.code());
    assertTrue(ran.out().contains("walk up to each camera"), ran.out());
    assertTrue(ran.out().contains("check --config site.yaml --live --seconds 60"), ran.out());
  }

  /** The line of a camera holds all of that. */
  private static void said(Ran ran, String camera, String... parts) {
    String line =
        ran.out().lines().filter(text -> text.startsWith(camera + " ")).findFirst().orElse("");
    for (String part : parts) {
      assertTrue(line.contains(part), "\"%s\" is not in: %s".formatted(part, line));
    }
  }

  private static void silentOf(Ran ran, String password) {
    assertFalse((ran.out() + ran.err()).contains(password));
  }

  private static Path demo() {
    return Home.folder().resolve("config").resolve("demo.yaml");
  }

  private Path site(String... cameras) throws IOException {
    String text = Files.readString(demo());
    String head =
        text.substring(0, text.indexOf("\ncameras:"))
            .replace("../camera-sim/", Home.folder().resolve("camera-sim") + "/");
    return Files.writeString(
        temp.resolve("site.yaml"), head + "\ncameras:\n" + String.join("", cameras));
  }

  private static String camera(String id) {
    return """
      - id: %s
        place: home
        location: [37.56652, 126.97802]
        field-of-view: 50
    """
        .formatted(id);
  }

  private static String recording(String id, String clip) {
    return camera(id) + "    file: " + CLIPS.resolve(clip) + "\n";
  }

  private static String live(String id) {
    return camera(id) + "    url: " + CAMERAS.url(id) + "\n";
  }

  private String login(String camera, String password) throws IOException {
    Path file = temp.resolve(camera + ".password");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, password + "\n");
    return "    user: waechter\n    password-file: " + file + "\n";
  }
}
