package org.haetae.pipeline.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.HealthChange;
import org.haetae.domain.id.CameraId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each state is reached in time, for its reason, and left at once when the reason is gone. */
class CameraHealthTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final SceneMeter meter = new SceneMeter();
  private final Readings readings = new Readings(meter);
  private final List<HealthChange> changes = new ArrayList<>();
  private final CameraHealth health = health(Optional.empty());
  private Instant now = START;

  private CameraHealth health(Optional<PictureSize> expected) {
    return new CameraHealth(
        new CameraId("door"), expected, HealthSettings.defaults(), START, changes::add);
  }

  @AfterEach
  void close() {
    meter.close();
  }

  /** Opens the stream and plays the usual scene for that long. */
  private void live(int seconds) {
    health.opened(640, 360, now);
    play(seconds, readings::usual);
    assertEquals(CameraState.LIVE, health.state(), health.reason());
  }

  /** Packets and pictures four times a second, a reading every second. */
  private void play(int seconds, Supplier<SceneReading> scene) {
    for (int quarter = 0; quarter < 4 * seconds; quarter++) {
      health.packet(now);
      health.picture(now);
      if (quarter % 4 == 0) {
        health.reading(scene.get(), now);
      }
      pass(Duration.ofMillis(250));
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
    health.tick(now);
  }

  private void silence(int quarters) {
    for (int i = 0; i < quarters; i++) {
      pass(Duration.ofMillis(250));
    }
  }

  @Test
  void isConnectingUntilTheFirstPicture() {
    assertEquals(CameraState.CONNECTING, health.state());
    health.connecting(now);
    health.failed(false, "nobody answers", now);
    assertEquals("nobody answers", health.reason());
    health.opened(640, 360, now);
    health.packet(now);
    assertEquals(CameraState.CONNECTING, health.state());
    assertEquals(START, health.since());
    health.picture(now);
    assertEquals(CameraState.LIVE, health.state());
    assertEquals(
        List.of(
            new HealthChange(
                new CameraId("door"),
                CameraState.CONNECTING,
                CameraState.LIVE,
                "pictures arrive",
                START)),
        changes);
  }

  @Test
  void silenceIsAStallAndAPacketEndsIt() {
    live(2);
    Instant last = now.minusMillis(250);
    silence(11);
    assertEquals(CameraState.LIVE, health.state());
    silence(1);
    assertEquals(CameraState.STALLED, health.state());
    assertEquals(last, health.since());
    health.packet(now);
    assertEquals(CameraState.LIVE, health.state());
  }

  @Test
  void packetsWithoutPicturesAreAStall() {
    live(1);
    for (int quarter = 0; quarter < 36; quarter++) {
      health.packet(now);
      pass(Duration.ofMillis(250));
    }
    assertEquals(CameraState.STALLED, health.state());
    assertTrue(health.reason().contains("decoded"), health.reason());
    health.picture(now);
    assertEquals(CameraState.LIVE, health.state());
  }

  @Test
  void aRefusedPasswordStaysSoUntilTheCameraOpens() {
    health.failed(true, "the camera refuses user and password", now);
    assertEquals(CameraState.PASSWORD_REFUSED, health.state());
    pass(Duration.ofSeconds(20));
    health.connecting(now);
    assertEquals(CameraState.PASSWORD_REFUSED, health.state());
    assertEquals(START, health.since());
    health.failed(false, "nobody answers", now);
    assertEquals(CameraState.CONNECTING, health.state());
    live(1);
  }

  @Test
  void aBrokenStreamIsConnectingAtOnce() {
    live(2);
    health.failed(false, "the camera closed the connection", now);
    assertEquals(CameraState.CONNECTING, health.state());
    assertEquals("the camera closed the connection", health.reason());
    assertEquals(now, health.since());
  }

  @Test
  void theSamePictureAgainAndAgainIsFrozen() {
    live(4);
    play(5, readings::still);
    assertEquals(CameraState.LIVE, health.state());
    play(1, readings::still);
    assertEquals(CameraState.FROZEN, health.state());
    health.reading(readings.usual(), now);
    assertEquals(CameraState.LIVE, health.state());
  }

  @Test
  void aFrozenCameraIsKnownInTenSecondsByKeyFramesAlone() {
    live(1);
    Instant began = now;
    health.reading(readings.still(), now);
    for (int frame = 0; frame < 2; frame++) {
      assertEquals(CameraState.LIVE, health.state());
      for (int quarter = 0; quarter < 16; quarter++) {
        health.packet(now);
        health.picture(now);
        pass(Duration.ofMillis(250));
      }
      health.reading(readings.still(), now);
    }
    assertEquals(CameraState.FROZEN, health.state());
    assertTrue(Duration.between(began, now).toSeconds() <= 8);
  }

  @Test
  void darknessIsBlackAndLightEndsItAtOnce() {
    live(4);
    play(3, readings::dark);
    assertEquals(CameraState.LIVE, health.state());
    play(1, readings::dark);
    assertEquals(CameraState.BLACK, health.state());
    health.reading(readings.usual(), now);
    assertEquals(CameraState.LIVE, health.state());
  }

  @Test
  void anotherSceneIsMovedUntilItIsAccepted() {
    live(12);
    play(5, readings::elsewhere);
    assertEquals(CameraState.MOVED, health.state(), health.reason());
    play(60, readings::elsewhere);
    assertEquals(CameraState.MOVED, health.state());
    health.accept(now);
    assertEquals(CameraState.LIVE, health.state());
    play(20, readings::elsewhere);
    assertEquals(CameraState.LIVE, health.state());
    play(5, readings::usual);
    assertEquals(CameraState.MOVED, health.state());
  }

  @Test
  void aLensOutOfFocusIsDefocused() {
    live(12);
    play(6, readings::blurred);
    assertEquals(CameraState.DEFOCUSED, health.state(), health.reason());
    play(1, readings::usual);
    assertEquals(CameraState.LIVE, health.state());
  }

  @Test
  void anotherSizeThanTheConfiguredOneIsWrong() {
    CameraHealth strict = health(Optional.of(new PictureSize(1280, 720)));
    strict.opened(640, 360, now);
    strict.picture(now);
    assertEquals(CameraState.WRONG_RESOLUTION, strict.state());
    assertEquals("pictures are 640x360 instead of 1280x720", strict.reason());
    strict.opened(1280, 720, now);
    strict.picture(now);
    assertEquals(CameraState.LIVE, strict.state());
    strict.reading(readings.usual(), now);
    assertEquals(CameraState.WRONG_RESOLUTION, strict.state());
  }

  @Test
  void aClockIsWrongFromTwoSecondsToOne() {
    live(1);
    health.clockError(Duration.ofMillis(1900), now);
    assertEquals(CameraState.LIVE, health.state());
    health.clockError(Duration.ofMillis(-2100), now);
    assertEquals(CameraState.CLOCK_WRONG, health.state());
    assertEquals("the camera's clock is 2.1 s behind", health.reason());
    health.clockError(Duration.ofMillis(1100), now);
    assertEquals(CameraState.CLOCK_WRONG, health.state());
    health.clockError(Duration.ofMillis(900), now);
    assertEquals(CameraState.LIVE, health.state());
  }

  @Test
  void theGravestFaultIsTheState() {
    live(4);
    health.clockError(Duration.ofSeconds(9), now);
    play(5, readings::dark);
    assertEquals(CameraState.BLACK, health.state());
    silence(13);
    assertEquals(CameraState.STALLED, health.state());
    health.failed(true, "refused", now);
    assertEquals(CameraState.PASSWORD_REFUSED, health.state());
  }

  @Test
  void aClockThatIsSetBackHidesNoStallForLong() {
    live(1);
    now = now.minus(Duration.ofHours(1));
    health.tick(now);
    silence(13);
    assertEquals(CameraState.STALLED, health.state());
  }
}
