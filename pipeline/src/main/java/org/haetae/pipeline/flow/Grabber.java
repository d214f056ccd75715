package org.haetae.pipeline.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.CaptureFailure;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One camera's thread: opens the stream, hands on each frame when it is due, and never gives up.
 */
final class Grabber {
  private static final Logger LOG = LoggerFactory.getLogger(Grabber.class);

  private static final double SHORTEST_RUN = 0.1;

  private final CameraFeed feed;
  private final FrameSink sink;
  private final CameraWatch watch;
  private final InstantSource clock;
  private final Backoff backoff;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopping = lock.newCondition();
  private boolean stopped;

  Grabber(
      CameraFeed feed, FrameSink sink, CameraWatch watch, InstantSource clock, Backoff backoff) {
    this.feed = feed;
    this.sink = sink;
    this.watch = watch;
    this.clock = clock;
    this.backoff = backoff;
    this.thread = new Thread(this::run, "grab-" + feed.camera());
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!isStopped()) {
      watch.connecting(clock.instant());
      try (FrameSource source = feed.opener().open(watch)) {
        play(source);
        if (!feed.playback().loop()) {
          break;
        }
      } catch (CaptureException e) {
        pause(e);
      } catch (RuntimeException e) {
        // Whatever it is, a camera whose thread has ended is blind without anybody's knowing.
        LOG.error("the grabber of camera {} failed unexpectedly", feed.camera(), e);
        pause(new CaptureException(CaptureFailure.ENDED, "its grabber failed unexpectedly"));
      }
    }
    watch.ended(clock.instant());
  }

  private void pause(CaptureException failure) {
    if (isStopped()) {
      return;
    }
    watch.failed(failure, clock.instant());
    boolean refused = failure.failure() == CaptureFailure.PASSWORD_REFUSED;
    Duration wait = refused ? backoff.afterRefusal() : backoff.next();
    LOG.warn(
        "camera {}: {}; next attempt in {} ms",
        feed.camera(),
        failure.getMessage(),
        wait.toMillis());
    await(wait);
  }

  private void play(FrameSource source) {
    Instant start = clock.instant();
    Patience patience = new Patience();
    feed.onStart().accept(start);
    FrameSource.CaptureClock due =
        feed.playback().realTime() ? seconds -> after(start, seconds) : seconds -> clock.instant();
    while (!isStopped()) {
      Frame frame = source.next(due);
      if (frame == null) {
        finish(start, source.info().seconds());
        return;
      }
      backoff.reset();
      watch.picture(frame, clock.instant());
      if (feed.playback().realTime()) {
        await(Duration.between(clock.instant(), frame.capturedAt()));
      }
      sink.accept(frame, patience.lasts(source.catchingUp(), clock.instant()));
    }
  }

  /**
   * The last picture stays its time too, so that the shortest recording in a loop is no busy loop.
   */
  private void finish(Instant start, double seconds) {
    if (feed.playback().realTime()) {
      await(Duration.between(clock.instant(), after(start, Math.max(SHORTEST_RUN, seconds))));
    }
  }

  private static Instant after(Instant start, double seconds) {
    return start.plusNanos(Math.round(seconds * 1e9));
  }

  private boolean isStopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Waits that long, or until the grabber is stopped. */
  private void await(Duration pause) {
    long nanos = pause.toNanos();
    lock.lock();
    try {
      while (!stopped && nanos > 0) {
        nanos = stopping.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      stopped = true;
    } finally {
      lock.unlock();
    }
  }

  /** Asks the thread to end; what it waits for in native code ends at once. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      stopping.signalAll();
    } finally {
      lock.unlock();
    }
    thread.interrupt();
  }

  /**
   * Waits for the thread's end.
   *
   * @return whether it ended within the limit
   */
  boolean join(Duration limit) throws InterruptedException {
    return thread.join(limit);
  }
}
