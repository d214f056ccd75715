package org.haetae.casework.alarm;

import static org.haetae.casework.alarm.AlarmCode.CAMERA_BLIND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.haetae.casework.SettableClock;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.Outbox;
import org.haetae.casework.delivery.Queue;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.store.StoredOutbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmDeskTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final AtomicInteger filled = new AtomicInteger();

  private Store store() {
    return Store.open(new Database.Sqlite(folder.resolve("haetae.db")));
  }

  private AlarmDesk desk(Store store) {
    return new AlarmDesk(store, List.of("console", "station"), clock, filled::incrementAndGet);
  }

  @Test
  void eachChannelGetsTheAlarmInTheTechnicalQueue() {
    try (Store store = store()) {
      AlarmDesk desk = desk(store);
      desk.raise(CAMERA_BLIND, "door", "frozen picture");
      assertEquals(0, desk.tell());
      clock.advance(AlarmFold.GATHERING);
      assertEquals(1, desk.tell());
      assertEquals(1, filled.get());
      StoredOutbox outbox = new StoredOutbox(store);
      for (String channel : List.of("console", "station")) {
        var parcels = outbox.due(channel, Queue.TECHNICAL, clock.instant(), 10);
        assertEquals(1, parcels.size());
        var notice = (Notice.Technical) parcels.getFirst().notice();
        assertEquals(List.of("door: frozen picture"), notice.parts());
      }
      assertEquals(List.of(), outbox.due("console", Queue.THREAT, clock.instant(), 10));
    }
  }

  @Test
  void anAlarmThatCouldNotBeKeptIsToldLater() {
    Store broken = store();
    broken.close();
    AlarmDesk desk = desk(broken);
    desk.raise(CAMERA_BLIND, "door", "");
    clock.advance(AlarmFold.GATHERING);
    assertThrows(StoreException.class, desk::tell);
    assertThrows(StoreException.class, desk::tell, "still due");
    assertEquals(0, filled.get());
  }

  @Test
  void whatWasGivenUpIsAnAlarmUntilItIsSentAgain() {
    try (Store store = store()) {
      AlarmDesk desk = desk(store);
      DeadLetterWatch watch = new DeadLetterWatch(store, desk);
      watch.look();
      assertEquals(List.of(), desk.open());
      Notice.Canary notice = new Notice.Canary(UUID.randomUUID(), clock.instant());
      store.run(in -> in.outbox().add("station", notice, clock.instant()));
      StoredOutbox outbox = new StoredOutbox(store);
      long parcel = outbox.due("station", Queue.CANARY, clock.instant(), 1).getFirst().id();
      outbox.settle(List.of(new Outbox.Outcome.Dead(parcel, "gone")));
      watch.look();
      assertEquals(
          List.of(new Alarm(AlarmCode.NOTICE_UNDELIVERED, List.of("station: 1"), false)),
          desk.open());
      assertEquals(1, (int) store.write(in -> in.outbox().revive(clock.instant())));
      watch.look();
      assertEquals(List.of(), desk.open());
    }
  }
}
