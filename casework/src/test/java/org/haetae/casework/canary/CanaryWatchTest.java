package org.haetae.casework.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.haetae.casework.SettableClock;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.domain.id.CameraId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanaryWatchTest {
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final CameraId ONE = new CameraId("canary-0");
  private static final CameraId TWO = new CameraId("canary-1");
  private static final UUID KEY = new UUID(0, 1);

  @TempDir Path place;
  private final SettableClock clock = new SettableClock();
  private Store store;
  private AlarmDesk alarms;

  @BeforeEach
  void open() {
    store = Store.open(new Database.Sqlite(place.resolve("haetae.db")));
    alarms = new AlarmDesk(store, List.of(), clock, () -> {});
  }

  @AfterEach
  void close() {
    store.close();
  }

  private CanaryWatch watch(CameraId... cameras) {
    return new CanaryWatch(List.of(cameras), EVERY, alarms, clock);
  }

  private List<String> late() {
    return alarms.open().stream().map(Alarm::parts).flatMap(List::stream).toList();
  }

  @Test
  void aRehearsalArrivesOnceEveryChannelHasDelivered() {
    CanaryWatch watch = watch(ONE);
    assertTrue(Double.isNaN(watch.age()));
    watch.begun(ONE);
    assertTrue(watch.alerted(ONE, KEY, Set.of("console", "station")));
    assertFalse(watch.alerted(ONE, new UUID(0, 2), Set.of("console")), "a second sighting");
    watch.delivered(KEY, "console");
    watch.delivered(KEY, "console");
    watch.delivered(new UUID(0, 3), "station");
    assertTrue(Double.isNaN(watch.age()));
    watch.delivered(KEY, "station");
    clock.advance(Duration.ofSeconds(7));
    watch.look();
    assertEquals(7, watch.age());
    assertEquals(0, watch.failures());
    assertEquals(List.of(), late());
  }

  @Test
  void oneThatGetsStuckIsAnAlarmUntilTheNextArrives() {
    CanaryWatch watch = watch(ONE);
    watch.begun(ONE);
    clock.advance(CanaryRound.LIMIT.minusMillis(1));
    watch.look();
    assertEquals(List.of(), late());
    clock.advance(Duration.ofMillis(1));
    watch.look();
    watch.look();
    assertEquals(List.of("canary-0: its face was not recognised"), late());
    assertEquals(1, watch.failures());
    clock.advance(EVERY);
    watch.begun(ONE);
    assertTrue(watch.alerted(ONE, KEY, Set.of("station", "console")));
    watch.delivered(KEY, "console");
    clock.advance(CanaryRound.LIMIT);
    watch.look();
    assertEquals(List.of("canary-0: not delivered by station"), late());
    assertEquals(2, watch.failures());
    watch.delivered(KEY, "station");
    assertEquals(List.of(), late());
    assertEquals(0, watch.age());
  }

  @Test
  void oneThatDoesNotBeginIsAnAlarm() {
    CanaryWatch watch = watch(ONE, TWO);
    for (CameraId camera : List.of(ONE, TWO)) {
      watch.begun(camera);
      UUID key = UUID.randomUUID();
      watch.alerted(camera, key, Set.of("console"));
      watch.delivered(key, "console");
    }
    clock.advance(EVERY);
    watch.begun(TWO);
    UUID key = UUID.randomUUID();
    watch.alerted(TWO, key, Set.of("console"));
    watch.delivered(key, "console");
    clock.advance(CanaryRound.LIMIT);
    watch.look();
    assertEquals(List.of("canary-0: it does not begin"), late());
    assertEquals(360, watch.age(), "the oldest counts");
    assertEquals(1, watch.failures());
  }

  @Test
  void anyOtherCameraIsNone() {
    CanaryWatch watch = watch(ONE);
    assertFalse(watch.knows(new CameraId("home-door")));
    assertFalse(watch.alerted(new CameraId("home-door"), KEY, Set.of("console")));
    assertTrue(watch.knows(ONE));
  }
}
