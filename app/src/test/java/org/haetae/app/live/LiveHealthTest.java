package org.haetae.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.app.Home;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.TechnicalAlert;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.fit.FitNeeds;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthSettings;
import org.haetae.pipeline.health.SceneMeter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A dead camera on the live page. */
class LiveHealthTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final CameraId DOOR = new CameraId("home-door");

  private final List<TechnicalAlert> open = new ArrayList<>();
  private final CameraHealth door =
      new CameraHealth(DOOR, Optional.empty(), HealthSettings.defaults(), NOW, change -> {});
  private final CameraFit fit = new CameraFit(DOOR, 50, FitNeeds.standard());
  private final CameraViews views = new CameraViews(List.of(DOOR), InstantSource.fixed(NOW));
  private final OpenDesk desk = new OpenDesk(DemoSite.at(NOW), InstantSource.fixed(NOW));
  private final LiveServer server =
      new LiveServer(
          DemoSite.at(NOW),
          views,
          new AlertBoard(),
          new HealthBoard(
              List.of(door),
              List.of(fit),
              () -> List.copyOf(open),
              () ->
                  List.of(
                      new Alarm(AlarmCode.CAMERA_BLIND, List.of("door"), false),
                      new Alarm(AlarmCode.CHANNEL_FAILING, List.of("station"), false)),
              InstantSource.fixed(NOW.plusSeconds(12))),
          desk.routes,
          desk.orderRoutes,
          desk.releases,
          desk.strangers,
          desk.console,
          Optional.empty(),
          () -> "{}",
          () -> "");
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.close();
    server.close();
    desk.close();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void theLastPictureOfADeadCameraIsTakenAway() throws IOException, InterruptedException {
    server.start();
    views.show(DOOR, new BlackFrame(NOW), List.of());
    assertEquals(404, get("cameras/home-door.jpg").statusCode());
    door.opened(640, 360, NOW);
    door.picture(NOW);
    assertEquals(200, get("cameras/home-door.jpg").statusCode());
    door.tick(NOW.plusSeconds(4));
    assertEquals(404, get("cameras/home-door.jpg").statusCode());
  }

  /** Twenty seconds of that clip, read once a second. */
  private void watch(String clip, int from) {
    Path file = Home.folder().resolve("camera-sim/footage/clips").resolve(clip);
    try (FileSource source = FileSource.open(file);
        SceneMeter meter = new SceneMeter()) {
      for (int i = 0; i < 300; i++) {
        Instant at = NOW.plusMillis(1000L * from + 1000L * i / 15);
        Frame frame = source.next(seconds -> at);
        assertTrue(frame != null);
        if (i == 0) {
          door.opened(frame.width(), frame.height(), at);
        }
        door.packet(at);
        door.picture(at);
        if (i % 15 == 0) {
          door.reading(meter.read(frame), at);
        }
        frame.release();
      }
    }
  }

  private int accept(String camera) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "cameras/" + camera + "/view"))
            .header("X-Haetae-Action", "accept-view")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  @Test
  void anOperatorAcceptsACamerasNewView() throws IOException, InterruptedException {
    server.start();
    watch("home-door.mp4", 0);
    watch("work-yard.mp4", 20);
    assertEquals(CameraState.MOVED, door.state());
    assertEquals(404, accept("nowhere"));
    assertEquals(200, accept("home-door"));
    watch("work-yard.mp4", 40);
    assertEquals(CameraState.LIVE, door.state());
  }

  @Test
  void aCameraThatCannotRecogniseIsAGap() throws IOException, InterruptedException {
    server.start();
    door.opened(640, 360, NOW);
    door.picture(NOW);
    fit.pictures(1280);
    String fine = get("health").body();
    assertTrue(fine.contains("\"coverGaps\":[]"), fine);
    assertTrue(fine.contains("\"verdict\":\"too_few\""), fine);
    assertFalse(fine.contains("NaN"), fine);
    for (int i = 0; i < 8; i++) {
      fit.passed(46.4, 1280);
    }
    String gap = get("health").body();
    assertTrue(gap.contains("\"coverGaps\":[\"home-door\"]"), gap);
    assertTrue(gap.contains("cannot recognise: faces are 46 px high, 80 are needed"), gap);
    assertTrue(gap.contains("\"pixelsPerMetre\":242"), gap);
  }

  @Test
  void aCameraThatIsNotLiveIsAGapToo() throws IOException, InterruptedException {
    server.start();
    String json = get("health").body();
    assertTrue(json.contains("\"coverGaps\":[\"home-door\"]"), json);
  }

  @Test
  void aTechnicalAlertNamesPlaceStateAndTime() throws IOException, InterruptedException {
    server.start();
    door.opened(640, 360, NOW);
    door.tick(NOW.plusSeconds(4));
    open.add(
        new TechnicalAlert(DOOR, new PlaceId("home"), door.state(), door.reason(), door.since()));
    String json = get("health").body();
    String place =
        DemoSite.at(NOW).places().stream()
            .filter(known -> known.id().equals(new PlaceId("home")))
            .findFirst()
            .orElseThrow()
            .name();
    assertTrue(json.contains("\"place\":\"" + place + "\""), json);
    assertTrue(json.contains("\"state\":\"stalled\""), json);
    assertTrue(json.contains("\"seconds\":12"), json);
    assertTrue(json.contains("\"showsThePresent\":false"), json);
    assertFalse(json.contains("rtsp"), json);
  }

  @Test
  void alarmsBesidesCamerasAreOnThePage() throws Exception {
    server.start();
    String body = get("health").body();
    assertTrue(body.contains("Channels that fail to deliver"), body);
    assertTrue(body.contains("\"parts\":[\"station\"]"), body);
    assertFalse(body.contains("camera-blind"), "each camera has its own line");
  }
}
