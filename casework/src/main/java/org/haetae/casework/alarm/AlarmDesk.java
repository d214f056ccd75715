package org.haetae.casework.alarm;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.store.Store;

/**
 * Takes in what is wrong from any thread, without ever waiting for the store, and puts folded
 * alarms into the outbox. Faults live in memory only: after a restart whoever watches finds them
 * again. Thread-safe.
 */
public final class AlarmDesk {
  private final Store store;
  private final List<String> channels;
  private final InstantSource clock;
  private final Runnable filled;
  private final ReentrantLock lock = new ReentrantLock();
  private final AlarmFold fold = new AlarmFold();

  /**
   * @param channels that are told
   * @param clock one that never goes back
   * @param filled is run after the outbox was filled, on the thread of {@link #tell}
   */
  public AlarmDesk(Store store, List<String> channels, InstantSource clock, Runnable filled) {
    this.store = store;
    this.channels = List.copyOf(channels);
    this.clock = clock;
    this.filled = filled;
  }

  /** See {@link AlarmFold#raise}. */
  public void raise(AlarmCode code, String part, String detail) {
    Instant now = clock.instant();
    locked(
        () -> {
          fold.raise(code, part, detail, now);
          return code;
        });
  }

  /** See {@link AlarmFold#clear}. */
  public void clear(AlarmCode code, String part) {
    Instant now = clock.instant();
    locked(
        () -> {
          fold.clear(code, part, now);
          return code;
        });
  }

  /** See {@link AlarmFold#retain}. */
  public void retain(AlarmCode code, Set<String> parts) {
    Instant now = clock.instant();
    locked(
        () -> {
          fold.retain(code, parts, now);
          return code;
        });
  }

  /** What is wrong now, told or not. */
  public List<Alarm> open() {
    return locked(fold::open);
  }

  /**
   * Tells what is due; one thread at a time.
   *
   * @return how many alarms there were
   * @throws org.haetae.casework.store.StoreException when they can't be kept; they stay due
   */
  public int tell() {
    Instant now = clock.instant();
    List<Alarm> due = locked(() -> fold.due(now));
    if (due.isEmpty()) {
      return 0;
    }
    List<Notice.Technical> notices = due.stream().map(alarm -> notice(alarm, now)).toList();
    store.run(
        in ->
            notices.forEach(
                notice -> channels.forEach(channel -> in.outbox().add(channel, notice, now))));
    locked(
        () -> {
          due.forEach(alarm -> fold.told(alarm, now));
          return due;
        });
    filled.run();
    return due.size();
  }

  private static Notice.Technical notice(Alarm alarm, Instant now) {
    return new Notice.Technical(
        UUID.randomUUID(), now, alarm.code().code(), alarm.parts(), alarm.over());
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
