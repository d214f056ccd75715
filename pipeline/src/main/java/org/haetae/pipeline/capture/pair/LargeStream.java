package org.haetae.pipeline.capture.pair;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.StreamWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The large stream on a thread of its own: opened again and again while it is needed, kept but not
 * decoded while nothing happens. Its failures are the small stream's fallback, not the camera's
 * end.
 */
final class LargeStream implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LargeStream.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration FAREWELL = Duration.ofSeconds(5);
  private static final FrameSource.CaptureClock ITS_OWN = seconds -> Instant.EPOCH;

  /** Width and height of the last picture. */
  record Size(int width, int height) {}

  private final String name;
  private final FrameSourceOpener opener;
  private final BooleanSupplier wanted;
  private final RecentFrames recent = new RecentFrames();
  private final StreamWatch watch;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Size size;

  /**
   * @param wanted whether pictures are wanted now
   */
  LargeStream(String name, FrameSourceOpener opener, BooleanSupplier wanted) {
    this.name = name;
    this.opener = opener;
    this.wanted = wanted;
    watch = new Sleeper();
    thread = new Thread(this::run, name);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      do {
        play();
      } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void play() throws InterruptedException {
    try (FrameSource source = opener.open(watch)) {
      while (closing.getCount() > 0) {
        Frame frame = source.next(ITS_OWN);
        if (frame == null) {
          return;
        }
        size = new Size(frame.width(), frame.height());
        keep(frame);
      }
    } catch (CaptureException e) {
      // The camera's health is that of its small stream; without the large one its pictures stay
      // small, which the fit for recognition shows.
      LOG.warn("{}: {}; tried again in {} s", name, e.getMessage(), PAUSE.toSeconds());
    } catch (RuntimeException e) {
      LOG.error("{} failed unexpectedly", name, e);
    }
  }

  /** Pictures for which nobody will ask must not wait until somebody does. */
  private void keep(Frame frame) throws InterruptedException {
    if (wanted.getAsBoolean()) {
      recent.put(frame);
    } else {
      frame.release();
    }
  }

  /** What is known of its pictures; null before the first. */
  @Nullable Size size() {
    return size;
  }

  /** The picture of that moment, of which the caller gets a hold. */
  @Nullable SharedFrame at(Instant moment, Duration limit) throws InterruptedException {
    return recent.at(moment, limit);
  }

  @Override
  public void close() {
    closing.countDown();
    thread.interrupt();
    try {
      thread.join(FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    recent.close();
  }

  /** Wants nothing while the small stream is idle, but the first picture, which tells the size. */
  private final class Sleeper implements StreamWatch {
    @Override
    public void packet(Instant at) {}

    @Override
    public void damaged() {}

    @Override
    public void clockError(Duration ahead, Instant at) {}

    @Override
    public void decoding(boolean everyPicture) {}

    @Override
    public boolean wantsEveryPicture() {
      return wanted.getAsBoolean();
    }

    @Override
    public boolean wantsKeyFrames() {
      return size == null;
    }
  }
}
