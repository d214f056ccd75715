package org.haetae.pipeline.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.HealthChange;
import org.haetae.domain.health.TechnicalAlertEvent;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.pipeline.capture.Seeds;
import org.junit.jupiter.api.Test;

/** What must hold whatever happens, in whatever order. */
class HealthPropertyTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration TICK = Duration.ofMillis(250);

  @Test
  void noDeadCameraIsLiveAndNoneGoesUnsaid() {
    try (SceneMeter meter = new SceneMeter()) {
      Readings painted = new Readings(meter);
      List<SceneReading> scenes = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        scenes.add(painted.usual());
        scenes.add(painted.dark());
        scenes.add(painted.elsewhere());
        scenes.add(painted.blurred());
      }
      Seeds.each(300, random -> new Run(random, scenes).run());
    }
  }

  private static final class Run {
    private final Random random;
    private final List<SceneReading> scenes;
    private final List<HealthChange> changes = new ArrayList<>();
    private final List<TechnicalAlertEvent> events = new ArrayList<>();
    private final CameraHealth health;
    private Instant now = START;
    private Instant lastPacket = Instant.MIN;
    private Instant wellSince = START;

    Run(Random random, List<SceneReading> scenes) {
      this.random = random;
      this.scenes = scenes;
      Optional<PictureSize> expected =
          random.nextBoolean() ? Optional.empty() : Optional.of(new PictureSize(640, 360));
      health =
          new CameraHealth(
              new CameraId("door"), expected, HealthSettings.defaults(), START, changes::add);
    }

    void run() {
      try (HealthWatch watch =
          new HealthWatch(
              Map.of(health, new PlaceId("home")),
              HealthSettings.defaults(),
              InstantSource.system(),
              events::add)) {
        int mood = 0;
        for (int step = 0; step < 600; step++) {
          if (random.nextInt(40) == 0) {
            mood = random.nextInt(4);
          }
          happen(mood);
          now = now.plus(TICK);
          watch.tick(now);
          check(watch);
        }
      }
      checkChanges();
    }

    /** In every mood other things are likely, so that every state lasts now and then. */
    private void happen(int mood) {
      if (mood != 0 && random.nextInt(8) != 0) {
        lastPacket = now;
        health.packet(now);
      }
      if (mood > 1) {
        health.picture(now);
      }
      if (mood == 3 && random.nextInt(3) == 0) {
        health.reading(scenes.get(random.nextInt(scenes.size())), now);
      }
      switch (random.nextInt(60)) {
        case 0 -> health.connecting(now);
        case 1 -> health.failed(random.nextBoolean(), "broken", now);
        case 2, 3, 4 -> {
          lastPacket = now;
          health.opened(random.nextBoolean() ? 640 : 320, 360, now);
        }
        case 5 -> health.clockError(Duration.ofMillis(random.nextInt(-4000, 4000)), now);
        case 6 -> health.accept(now);
        default -> {}
      }
    }

    private void check(HealthWatch watch) {
      boolean live = health.state() == CameraState.LIVE;
      if (live) {
        wellSince = now;
        assertFalse(lastPacket.isBefore(now.minusSeconds(3)), "live without packets at " + now);
      } else if (wellSince.isBefore(now.minusSeconds(10))) {
        assertEquals(1, watch.open().size(), health.state() + " for long at " + now);
      }
      assertFalse(health.since().isAfter(now));
      int balance = 0;
      for (TechnicalAlertEvent event : events) {
        balance += event instanceof TechnicalAlertEvent.Raised ? 1 : -1;
        assertTrue(balance == 0 || balance == 1, "alerts don't take turns");
      }
      assertEquals(balance, watch.open().size());
    }

    private void checkChanges() {
      CameraState state = CameraState.CONNECTING;
      for (HealthChange change : changes) {
        assertEquals(state, change.from());
        assertNotEquals(state, change.to());
        state = change.to();
      }
      assertEquals(state, health.state());
    }
  }
}
