package org.haetae.casework.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.thread.LastEffort;
import org.haetae.domain.alert.ProximityAlert;

/**
 * Carries alerts from the frame path to the desk, so that a slow disk never holds up a camera.
 * Alerts that come together are written together. While the store refuses, they wait here in memory
 * and are tried again for ever; each refusal is told.
 *
 * <p>{@link #accept} may be called by many threads and never blocks.
 */
public final class AlertIntake implements AutoCloseable {
  private static final int TOGETHER = 256;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1000;

  private final BlockingQueue<ProximityAlert> waiting = new LinkedBlockingQueue<>();
  private final Consumer<List<ProximityAlert>> desk;
  private final Consumer<StoreException> refused;
  private final Thread thread;
  private volatile boolean closing;
  private volatile int inHand;

  /**
   * @param desk takes all alerts in or throws {@link StoreException}
   * @param refused is told of each refusal, on the intake's thread
   */
  public AlertIntake(Consumer<List<ProximityAlert>> desk, Consumer<StoreException> refused) {
    this.desk = desk;
    this.refused = refused;
    this.thread = new Thread(this::run, "alert-intake");
  }

  public void start() {
    thread.start();
  }

  /** Takes an alert over. */
  public void accept(ProximityAlert alert) {
    waiting.add(alert);
  }

  /** Alerts that are not in the store yet. */
  public int waiting() {
    return waiting.size() + inHand;
  }

  private void run() {
    List<ProximityAlert> batch = new ArrayList<>();
    try {
      while (!closing || !waiting.isEmpty()) {
        ProximityAlert first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        batch.add(first);
        waiting.drainTo(batch, TOGETHER - 1);
        inHand = batch.size();
        write(List.copyOf(batch));
        batch.clear();
        inHand = 0;
      }
    } catch (InterruptedException e) {
      // The last effort is over; what is still in hand is counted by waiting().
    }
  }

  private void write(List<ProximityAlert> batch) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        desk.accept(batch);
        return;
      } catch (StoreException e) {
        refused.accept(e);
      }
      Thread.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  /** Writes what is waiting, for some seconds at most. */
  @Override
  public void close() {
    closing = true;
    LastEffort.of(thread);
  }
}
