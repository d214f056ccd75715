package org.haetae.casework.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.haetae.casework.SettableClock;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayWatchTest {
  private static final Duration SILENCE = Duration.ofMinutes(30);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Store store;
  private AlarmDesk alarms;
  private GatewayWatch watch;
  private boolean expected = true;

  @BeforeEach
  void open() {
    store = Store.open(new Database.Sqlite(folder.resolve("haetae.db")));
    alarms = new AlarmDesk(store, List.of(), clock, () -> {});
    watch = new GatewayWatch(Set.of("http", "mqtt"), SILENCE, () -> expected, alarms, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<Alarm> after(Duration time) {
    clock.advance(time);
    watch.look();
    return alarms.open();
  }

  private static List<Alarm> failing(String... parts) {
    return List.of(new Alarm(AlarmCode.WATCH_GATEWAY_FAILING, List.of(parts), false));
  }

  @Test
  void aGatewayThatBringsNothingIsAnAlarmUntilItBringsSomething() {
    watch.heard("http");
    assertEquals(List.of(), after(SILENCE.minusSeconds(1)));
    watch.heard("mqtt");
    assertEquals(failing("http: silent"), after(Duration.ofSeconds(1)));
    watch.heard("http");
    assertEquals(List.of(), after(Duration.ZERO));
  }

  @Test
  void silenceCountsOnlyWhileSomebodyHasAWatch() {
    expected = false;
    assertEquals(List.of(), after(SILENCE.multipliedBy(2)));
    expected = true;
    assertEquals(List.of(), after(SILENCE.minusSeconds(1)), "not since before there was a watch");
    assertEquals(failing("http: silent", "mqtt: silent"), after(Duration.ofSeconds(1)));
  }

  @Test
  void aLostConnectionIsAnAlarmUnlessItIsMadeAgainAtOnce() {
    watch.connected("mqtt", false);
    assertEquals(List.of(), after(Duration.ofSeconds(29)));
    watch.connected("mqtt", true);
    assertEquals(List.of(), after(Duration.ofSeconds(9)));
    watch.connected("mqtt", false);
    after(Duration.ofSeconds(20));
    watch.connected("mqtt", false);
    assertEquals(failing("mqtt: not connected"), after(Duration.ofSeconds(10)));
    watch.connected("mqtt", true);
    assertEquals(List.of(), after(Duration.ZERO));
  }

  @Test
  void anUnheldWatchIsAnAlarmForAnHourFromItsLastCall() {
    UnheldWatches unheld = new UnheldWatches(alarms);
    unheld.called(new WatchSerial("W-1"), new UUID(1, 1), clock.instant());
    clock.advance(Duration.ofMinutes(59));
    unheld.called(new WatchSerial("W-1"), new UUID(1, 2), clock.instant());
    clock.advance(Duration.ofMinutes(59));
    unheld.look(clock.instant());
    assertEquals(List.of(new Alarm(AlarmCode.WATCH_UNKNOWN, List.of("W-1"), false)), alarms.open());
    clock.advance(Duration.ofMinutes(1));
    unheld.look(clock.instant());
    assertEquals(List.of(), alarms.open());
  }

  @Test
  void aCallThatIsBroughtAgainIsNoOther() {
    UnheldWatches unheld = new UnheldWatches(alarms);
    unheld.called(new WatchSerial("W-1"), new UUID(1, 1), clock.instant());
    clock.advance(Duration.ofMinutes(59));
    unheld.called(new WatchSerial("W-1"), new UUID(1, 1), clock.instant());
    clock.advance(Duration.ofMinutes(1));
    unheld.look(clock.instant());
    assertEquals(List.of(), alarms.open(), "an hour from the call, not from its repetition");
    unheld.called(new WatchSerial("W-1"), new UUID(1, 1), clock.instant());
    assertEquals(List.of(), alarms.open(), "nor is it raised again");
    unheld.called(new WatchSerial("W-1"), new UUID(1, 2), clock.instant());
    assertEquals(1, alarms.open().size(), "another call is");
  }

  @Test
  void inventedSerialsDoNotFillTheMemory() {
    UnheldWatches unheld = new UnheldWatches(alarms);
    for (int i = 0; i < 1000; i++) {
      unheld.called(new WatchSerial("W-" + i), new UUID(1, i), clock.instant());
    }
    assertEquals(100, alarms.open().getFirst().parts().size());
  }
}
