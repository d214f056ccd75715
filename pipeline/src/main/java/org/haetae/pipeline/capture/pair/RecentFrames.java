package org.haetae.pipeline.capture.pair;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.haetae.pipeline.capture.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The newest few pictures of a stream, to be found by their capture time. One thread puts, one
 * asks. The putter waits a little for the asker before it drops what may still be asked for, so
 * that both can catch up at their own pace.
 */
final class RecentFrames implements AutoCloseable {
  /** Decoded pictures are large: 4K ones 12 MB each. */
  private static final int MOST = 4;

  /** Pictures of two streams that are further apart show two moments. */
  private static final Duration SAME_MOMENT = Duration.ofMillis(45);

  private static final Duration PATIENCE = Duration.ofMillis(150);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<SharedFrame> frames = new ArrayDeque<>();
  private Instant askedFor = Instant.MIN;
  private boolean closed;

  /** Takes in the next picture, as its owner. */
  void put(Frame frame) throws InterruptedException {
    lock.lock();
    try {
      long left = PATIENCE.toNanos();
      while (!closed && left > 0 && fullOfFuture()) {
        left = changed.awaitNanos(left);
      }
      if (closed) {
        frame.release();
        return;
      }
      while (frames.size() >= MOST) {
        frames.remove().release();
      }
      frames.add(new SharedFrame(frame));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean fullOfFuture() {
    return frames.size() >= MOST
        && frames.getFirst().frame().capturedAt().isAfter(askedFor)
        && askedFor.isAfter(Instant.MIN);
  }

  /**
   * The picture of that moment, of which the caller gets a hold; waits for it within the limit.
   *
   * @return null when there is none
   */
  @Nullable SharedFrame at(Instant moment, Duration limit) throws InterruptedException {
    lock.lock();
    try {
      askedFor = moment;
      while (!frames.isEmpty() && isPast(moment)) {
        frames.remove().release();
      }
      changed.signalAll();
      long left = limit.toNanos();
      while (!closed && left > 0 && !reached(moment)) {
        left = changed.awaitNanos(left);
      }
      return nearest(moment);
    } finally {
      lock.unlock();
    }
  }

  private boolean isPast(Instant moment) {
    return frames.getFirst().frame().capturedAt().isBefore(moment.minus(SAME_MOMENT));
  }

  private boolean reached(Instant moment) {
    return !frames.isEmpty()
        && !frames.getLast().frame().capturedAt().isBefore(moment.minus(SAME_MOMENT));
  }

  private @Nullable SharedFrame nearest(Instant moment) {
    SharedFrame best = null;
    for (SharedFrame frame : frames) {
      if (distance(frame, moment) <= SAME_MOMENT.toNanos()
          && (best == null || distance(frame, moment) < distance(best, moment))) {
        best = frame;
      }
    }
    return best == null ? null : best.retain();
  }

  private static long distance(SharedFrame frame, Instant moment) {
    return Duration.between(frame.frame().capturedAt(), moment).abs().toNanos();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      frames.forEach(SharedFrame::release);
      frames.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
