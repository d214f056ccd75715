package org.haetae.pipeline.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.HealthChange;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped clips, read every second as a busy camera is, and every four as an idle one is. */
class SceneFootageIT {
  private static final Path CLIPS =
      Path.of(System.getProperty("haetae.home", ".")).resolve("camera-sim/footage/clips");
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final SceneMeter meter = new SceneMeter();
  private final List<HealthChange> changes = new ArrayList<>();
  private final CameraHealth health =
      new CameraHealth(
          new CameraId("door"), Optional.empty(), HealthSettings.defaults(), START, changes::add);
  private final SceneReference reference = new SceneReference(Duration.ofMinutes(10));
  private Instant now = START;
  private double leastAgreement = 1;
  private double leastSharpness = 1;
  private double leastContrast = 255;
  private double leastBrightness = 255;
  private long readings;
  private long nanos;

  @AfterEach
  void close() {
    meter.close();
  }

  /** Plays a clip that often, taking a reading every so many frames. */
  private void play(String clip, int times, int every) {
    if (now.equals(START)) {
      health.opened(1280, 720, now);
    }
    for (int i = 0; i < times; i++) {
      try (FileSource source = FileSource.open(CLIPS.resolve(clip))) {
        Frame frame = source.next(seconds -> now);
        while (frame != null) {
          take(frame, every);
          frame.release();
          frame = source.next(seconds -> now);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s every %d frames: agreement >= %.2f, sharpness >= %.2f, contrast >= %.0f, brightest >="
            + " %.0f, %.2f ms a reading, %s%n",
        clip,
        every,
        leastAgreement,
        leastSharpness,
        leastContrast,
        leastBrightness,
        nanos / 1e6 / readings,
        health.state());
  }

  private void take(Frame frame, int every) {
    health.packet(now);
    health.picture(now);
    if (frame.index() % every == 0) {
      long begin = System.nanoTime();
      SceneReading reading = meter.read(frame);
      nanos += System.nanoTime() - begin;
      readings++;
      leastAgreement = Math.min(leastAgreement, reference.correlation(reading));
      leastContrast = Math.min(leastContrast, reading.contrast());
      leastBrightness = Math.min(leastBrightness, reading.brightest());
      if (!Double.isNaN(reading.sharpness())) {
        leastSharpness = Math.min(leastSharpness, reading.sharpness());
      }
      reference.follow(reading, now);
      health.reading(reading, now);
    }
    now = now.plusNanos(1_000_000_000L / 15);
    health.tick(now);
  }

  private void assertAlwaysLive() {
    assertEquals(
        List.of(CameraState.LIVE), changes.stream().map(HealthChange::to).toList(), "" + changes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "home-door.mp4",
        "home-door.h265.mp4",
        "home-door.sub.mp4",
        "home-street.mp4",
        "work-gate.mp4",
        "work-yard.mp4",
        "late-approach.mp4",
        "quiet-yard.mp4",
        "quiet-yard-clean.mp4"
      })
  void everyClipOfALivingCameraStaysLive(String clip) {
    play(clip, 2, 15);
    assertAlwaysLive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"home-door.mp4", "quiet-yard.mp4", "quiet-yard-clean.mp4"})
  void soItDoesByKeyFramesAlone(String clip) {
    play(clip, 3, 60);
    assertAlwaysLive();
  }

  @Test
  void aCoveredLensIsBlackAndLiveAgainAtOnce() {
    play("home-door.mp4", 1, 15);
    Instant covered = now;
    play("black.mp4", 2, 15);
    assertEquals(CameraState.BLACK, health.state());
    assertTrue(Duration.between(covered, changes.getLast().at()).toSeconds() <= 4);
    play("home-door.mp4", 1, 15);
    assertEquals(3, changes.size(), "" + changes);
    assertEquals(CameraState.LIVE, health.state());
  }

  @Test
  void aCoveredLensIsBlackByKeyFramesAloneThoughTheyAreOneAndTheSame() {
    play("black.mp4", 4, 60);
    assertEquals(CameraState.BLACK, health.state());
  }

  @Test
  void aLensOutOfFocusIsKnownFromTheStartAndLater() {
    play("blurred-door.mp4", 1, 15);
    assertEquals(CameraState.DEFOCUSED, health.state());
    play("home-door.mp4", 1, 15);
    assertEquals(CameraState.LIVE, health.state(), health.reason());
    Instant blurred = now;
    play("blurred-door.mp4", 1, 15);
    assertEquals(CameraState.DEFOCUSED, health.state());
    assertTrue(Duration.between(blurred, changes.getLast().at()).toSeconds() <= 5);
  }

  @Test
  void aCameraThatIsTurnedToAnotherSceneIsMoved() {
    play("home-door.mp4", 1, 15);
    Instant turned = now;
    play("home-street.mp4", 1, 15);
    assertEquals(CameraState.MOVED, health.state());
    assertTrue(Duration.between(turned, changes.getLast().at()).toSeconds() <= 5);
    health.accept(now);
    play("home-street.mp4", 1, 15);
    assertEquals(CameraState.LIVE, health.state());
  }
}
