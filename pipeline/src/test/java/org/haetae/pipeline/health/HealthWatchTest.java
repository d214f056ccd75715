package org.haetae.pipeline.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.haetae.domain.health.TechnicalAlertEvent;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.junit.jupiter.api.Test;

class HealthWatchTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final BlockingQueue<TechnicalAlertEvent> events = new LinkedBlockingQueue<>();

  private static CameraHealth camera(String name) {
    return new CameraHealth(
        new CameraId(name), Optional.empty(), HealthSettings.defaults(), START, change -> {});
  }

  private static Map<CameraHealth, PlaceId> two() {
    Map<CameraHealth, PlaceId> places = new LinkedHashMap<>();
    places.put(camera("door"), new PlaceId("home"));
    places.put(camera("gate"), new PlaceId("work"));
    return places;
  }

  @Test
  void itsThreadSaysWhatIsWrong() throws InterruptedException {
    AtomicLong looks = new AtomicLong();
    InstantSource hurried = () -> START.plusSeconds(5 * looks.getAndIncrement());
    HealthWatch watch = new HealthWatch(two(), HealthSettings.defaults(), hurried, events::add);
    try (watch) {
      watch.start();
      TechnicalAlertEvent first = events.poll(20, TimeUnit.SECONDS);
      TechnicalAlertEvent second = events.poll(20, TimeUnit.SECONDS);
      assertNotNull(first);
      assertNotNull(second);
      assertEquals(new PlaceId("home"), first.alert().place());
      assertEquals(new PlaceId("work"), second.alert().place());
      assertEquals(START, first.alert().since());
    }
    assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(HealthWatchTest::isWatch));
  }

  private static boolean isWatch(Thread thread) {
    return thread.getName().equals("health-watch");
  }

  @Test
  void aListenerThatThrowsHidesNoOtherAlert() {
    try (HealthWatch watch =
        new HealthWatch(
            two(),
            HealthSettings.defaults(),
            InstantSource.fixed(START),
            event -> {
              events.add(event);
              throw new IllegalStateException("the listener broke on purpose");
            })) {
      watch.tick(START.plus(Duration.ofSeconds(10)));
      assertEquals(2, events.size());
      assertEquals(2, watch.open().size());
    }
  }
}
