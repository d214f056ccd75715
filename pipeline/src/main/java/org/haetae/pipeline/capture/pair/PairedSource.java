package org.haetae.pipeline.capture.pair;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.VideoInfo;
import org.jspecify.annotations.Nullable;

/** The two streams of one camera; see {@link PairedFrame}. Owns both. */
final class PairedSource implements FrameSource {
  /** What a picture may be late for the sake of its large companion. */
  private static final Duration LIMIT = Duration.ofMillis(120);

  private final FrameSource small;
  private final LargeStream large;
  private final AtomicBoolean awake;

  PairedSource(FrameSource small, LargeStream large, AtomicBoolean awake) {
    this.small = small;
    this.large = large;
    this.awake = awake;
  }

  @Override
  public @Nullable Frame next(CaptureClock clock) {
    Frame frame = small.next(clock);
    if (frame == null) {
      return null;
    }
    LargeStream.Size size = large.size();
    return size == null
        ? frame
        : new PairedFrame(frame, companion(frame), size.width(), size.height());
  }

  private @Nullable SharedFrame companion(Frame frame) {
    try {
      return awake.get() ? large.at(frame.capturedAt(), LIMIT) : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  @Override
  public boolean catchingUp() {
    return small.catchingUp();
  }

  @Override
  public VideoInfo info() {
    return small.info();
  }

  @Override
  public void close() {
    large.close();
    small.close();
  }
}
