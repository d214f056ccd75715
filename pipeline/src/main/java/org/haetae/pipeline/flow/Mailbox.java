package org.haetae.pipeline.flow;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.haetae.pipeline.capture.Frame;
import org.jspecify.annotations.Nullable;

/**
 * Room for one frame between a grabber and a shard: a slow shard finds the newest, and what was
 * superseded goes back to the grabber to be counted and released. Safe for one putter and one
 * taker.
 */
final class Mailbox {
  private final AtomicReference<@Nullable Frame> slot = new AtomicReference<>();
  private volatile @Nullable Thread waiting;

  /** Puts a frame in and returns the one that it supersedes, if any. */
  @Nullable Frame put(Frame frame) {
    return slot.getAndSet(frame);
  }

  /** Waits on the putter's thread until the frame was taken, the limit passed or an interrupt. */
  void awaitRoom(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    waiting = Thread.currentThread();
    long left = limit.toNanos();
    while (slot.get() != null && left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, left);
      left = end - System.nanoTime();
    }
    waiting = null;
  }

  /** Takes the frame out, if there is one. */
  @Nullable Frame take() {
    Frame taken = slot.getAndSet(null);
    LockSupport.unpark(waiting);
    return taken;
  }
}
