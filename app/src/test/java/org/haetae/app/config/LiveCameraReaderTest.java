package org.haetae.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.haetae.app.Home;
import org.haetae.app.config.Site.Pictures;
import org.haetae.pipeline.capture.address.CredentialsSource.PasswordVariable;
import org.haetae.pipeline.capture.ffmpeg.RtspSettings.Transport;
import org.haetae.pipeline.health.PictureSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveCameraReaderTest {
  private static final String SITE =
      """
      site: one door
      places:
        - {id: home, kind: home, location: [37.5, 127]}
      cameras:
        - id: door
          place: home
          location: [37.5, 127]
          field-of-view: 50
      """;

  @TempDir Path temp;

  private SiteReader.Outcome read(String... lines) throws IOException {
    StringBuilder yaml = new StringBuilder(SITE);
    for (String line : lines) {
      yaml.append("    ").append(line).append('\n');
    }
    Path file = Files.writeString(temp.resolve("site.yaml"), yaml);
    return SiteReader.read(file, InstantSource.system());
  }

  private Pictures.Live live(String... lines) throws IOException {
    Site site = assertInstanceOf(SiteReader.Outcome.Good.class, read(lines)).site();
    return assertInstanceOf(Pictures.Live.class, site.cameras().getFirst().pictures());
  }

  private List<String> problems(String... lines) throws IOException {
    return assertInstanceOf(SiteReader.Outcome.Bad.class, read(lines)).problems().stream()
        .map(ConfigProblem::message)
        .toList();
  }

  @Test
  void theShippedSiteOfLiveCamerasCanBeRead() {
    Path file = Home.folder().resolve("config/live.yaml");
    Site site =
        assertInstanceOf(
                SiteReader.Outcome.Good.class, SiteReader.read(file, InstantSource.system()))
            .site();
    assertEquals(4, site.cameras().size());
    site.cameras().forEach(camera -> assertInstanceOf(Pictures.Live.class, camera.pictures()));
  }

  @Test
  void anAddressIsEnough() throws IOException {
    Pictures.Live live = live("url: rtsp://192.0.2.7/main");
    assertEquals(Transport.TCP, live.settings().transport());
    assertEquals(Optional.empty(), live.login());
    assertEquals(Optional.empty(), live.small());
  }

  @Test
  void everythingElseCanBeSaid() throws IOException {
    Pictures.Live live =
        live(
            "url: rtsp://192.0.2.7/main",
            "sub-url: rtsp://192.0.2.7/sub",
            "user: viewer",
            "password-env: DOOR",
            "transport: udp",
            "size: 1280x720");
    assertEquals(Transport.UDP, live.settings().transport());
    assertEquals(Optional.of(new PasswordVariable("viewer", "DOOR")), live.login());
    assertEquals(Optional.of(new PictureSize(1280, 720)), live.size());
    assertTrue(live.small().isPresent());
  }

  @Test
  void aPasswordInAnAddressIsRefusedAndNotRepeated() throws IOException {
    for (String key : List.of("url", "sub-url")) {
      List<String> problems =
          problems(
              key.equals("url") ? "size: 1280x720" : "url: rtsp://192.0.2.7/main",
              key + ": rtsp://viewer:hunter2@192.0.2.7/main");
      assertFalse(problems.isEmpty());
      assertFalse(problems.toString().contains("hunter2"), problems.toString());
      assertFalse(problems.toString().contains("viewer:"), problems.toString());
    }
  }

  @Test
  void whatDoesNotGoTogetherIsSaid() throws IOException {
    assertTrue(problems().toString().contains("either"));
    assertTrue(problems("url: rtsp://192.0.2.7/", "loop: true").toString().contains("loop"));
    assertTrue(problems("url: rtsp://192.0.2.7/", "user: viewer").toString().contains("password"));
    assertTrue(problems("url: rtsp://192.0.2.7/", "size: big").toString().contains("1280x720"));
  }
}
