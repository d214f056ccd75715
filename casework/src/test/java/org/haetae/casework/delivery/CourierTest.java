package org.haetae.casework.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.haetae.casework.SettableClock;
import org.haetae.casework.Waiting;
import org.haetae.casework.store.Database;
import org.haetae.casework.store.ParcelState;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.store.StoredOutbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourierTest {
  private static final RetryRule QUICK =
      new RetryRule(Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofHours(1));

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private final RecordingChannel channel = new RecordingChannel();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicBoolean settles = new AtomicBoolean(true);
  private Store store;
  private Courier courier;

  @BeforeEach
  void open() {
    store = Store.open(new Database.Sqlite(folder.resolve("haetae.db")));
    courier = new Courier(channel, Queue.CANARY, outbox(), QUICK, clock, listener());
    courier.start();
  }

  @AfterEach
  void close() {
    courier.close();
    store.close();
  }

  private Outbox outbox() {
    StoredOutbox stored = new StoredOutbox(store);
    return new Outbox() {
      @Override
      public List<Parcel> due(String name, Queue queue, Instant now, int limit) {
        return stored.due(name, queue, now, limit);
      }

      @Override
      public void settle(List<Outcome> outcomes) {
        if (!settles.get()) {
          throw new StoreException("the disk is full", new IllegalStateException());
        }
        stored.settle(outcomes);
      }
    };
  }

  private DeliveryListener listener() {
    return new DeliveryListener() {
      @Override
      public void delivered(Parcel parcel) {
        heard.add("delivered");
      }

      @Override
      public void failed(Parcel parcel, DeliveryException why) {
        heard.add("failed: " + why.getMessage());
      }

      @Override
      public void died(Parcel parcel, DeliveryException why) {
        heard.add("died: " + why.getMessage());
      }

      @Override
      public void outboxFailed(RuntimeException why) {
        heard.add("outbox: " + why.getMessage());
      }
    };
  }

  private List<Notice> put(int count) {
    List<Notice> notices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      notices.add(new Notice.Canary(UUID.randomUUID(), clock.instant()));
    }
    store.run(
        in -> notices.forEach(notice -> in.outbox().add("recording", notice, clock.instant())));
    courier.wake();
    return notices;
  }

  private long count(ParcelState state) {
    return store.<Long>read(in -> in.outbox().count(state));
  }

  private void allDelivered(int count) throws InterruptedException {
    Waiting.until(count + " delivered", () -> count(ParcelState.DELIVERED) == count);
  }

  @Test
  void delivers() throws Exception {
    List<Notice> notices = put(50);
    allDelivered(50);
    assertEquals(50, channel.taken.size());
    assertTrue(channel.taken.containsAll(notices));
  }

  @Test
  void aChannelThatFailsIsTriedByOneParcelAtATimeAndThenTakesAll() throws Exception {
    channel.answer = _ -> Optional.of(DeliveryException.channel("it answers 500"));
    put(20);
    Waiting.until("refused", () -> heard.size() >= 8);
    int before = channel.asked.size();
    clock.advance(Duration.ofSeconds(8));
    courier.wake();
    Waiting.until("asked again", () -> heard.size() == before + 1);
    assertEquals(before + 1, channel.asked.size());
    channel.answer = _ -> Optional.empty();
    clock.advance(Duration.ofSeconds(8));
    courier.wake();
    allDelivered(20);
    assertEquals(20, channel.taken.size());
  }

  @Test
  void oneNoticeThatIsRefusedHoldsNobodyUp() throws Exception {
    List<Notice> notices = put(1);
    Notice refused = notices.getFirst();
    channel.answer =
        notice ->
            notice.equals(refused)
                ? Optional.of(DeliveryException.notice("it will not have it"))
                : Optional.empty();
    Waiting.until("taken or refused", () -> !heard.isEmpty());
    int first = channel.taken.size();
    put(10);
    allDelivered(10 + first);
  }

  @Test
  void whatCanNotBeDeliveredBecomesADeadLetter() throws Exception {
    channel.answer = _ -> Optional.of(DeliveryException.notice("it will not have it"));
    put(1);
    Waiting.until("refused", () -> heard.contains("failed: it will not have it"));
    clock.advance(Duration.ofHours(1));
    courier.wake();
    Waiting.until("dead", () -> count(ParcelState.DEAD) == 1);
    assertTrue(heard.contains("died: it will not have it"));
  }

  @Test
  void whatWasTakenOverIsNotSentAgainWhileTheDiskIsFull() throws Exception {
    settles.set(false);
    put(5);
    Waiting.until("the outbox refuses", () -> heard.contains("outbox: the disk is full"));
    Waiting.until("all taken", () -> channel.taken.size() == 5);
    settles.set(true);
    allDelivered(5);
    assertEquals(5, channel.asked.size());
  }

  @Test
  void aReceiverThatHangsHoldsUpOnlyWhatItHas() throws Exception {
    channel.gate.drainPermits();
    put(1);
    Waiting.until("it hangs", () -> channel.asked.size() == 1);
    put(7);
    Waiting.until("others are tried", () -> channel.asked.size() == 8);
    channel.gate.release(8);
    allDelivered(8);
  }

  @Test
  void closingBreaksOffAndLeavesTheRestWaiting() throws Exception {
    channel.gate.drainPermits();
    put(1);
    Waiting.until("it hangs", () -> channel.asked.size() == 1);
    courier.close();
    assertEquals(1, count(ParcelState.WAITING));
  }
}
