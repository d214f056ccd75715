package org.haetae.app.capacity;

import java.time.Duration;
import java.time.Instant;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.VideoInfo;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of one camera: its grabber tells which pictures lie behind, its shard how old
 * each was when it was analysed. To be read when both have ended.
 */
final class MeasuredCamera {
  private final Latencies latencies = new Latencies();
  private final Naps naps = new Naps();
  private final Turns turns;
  private volatile Instant keptUpTo = Instant.MIN;
  private volatile boolean live;
  private volatile Duration lastAge = Duration.ZERO;
  private long pictures;

  MeasuredCamera(double turnSeconds) {
    turns = new Turns(turnSeconds, naps);
  }

  /**
   * The opener with an eye on what it opens. Pictures that were kept while nothing moved are old
   * when they are analysed, which is no lateness: they count as pictures only.
   */
  FrameSourceOpener watching(FrameSourceOpener opener) {
    return watch -> new Watched(opener.open(watch));
  }

  /**
   * A picture was analysed.
   *
   * @param looked whether the detector ran on it
   * @param active whether the camera was owed a turn
   * @param counts whether the measurement has begun
   */
  void analysed(Frame frame, boolean looked, boolean active, boolean counts, Instant now) {
    boolean kept = !frame.capturedAt().isAfter(keptUpTo);
    turns.analysed(frame.mediaSeconds(), active, looked, counts && !kept);
    if (!kept) {
      lastAge = Duration.between(frame.capturedAt(), now);
    }
    if (counts) {
      pictures++;
      if (!kept) {
        latencies.add(lastAge);
      }
    }
  }

  /** Whether it has given a picture. */
  boolean live() {
    return live;
  }

  /** How old the newest analysed picture was, but for those that were kept. */
  Duration lastAge() {
    return lastAge;
  }

  long pictures() {
    return pictures;
  }

  Latencies latencies() {
    return latencies;
  }

  Turns turns() {
    return turns;
  }

  private final class Watched implements FrameSource {
    private final FrameSource source;

    Watched(FrameSource source) {
      this.source = source;
    }

    @Override
    public @Nullable Frame next(CaptureClock clock) {
      Frame frame = source.next(clock);
      if (frame != null) {
        live = true;
        naps.given(frame.mediaSeconds());
        if (source.catchingUp()) {
          keptUpTo = frame.capturedAt();
        }
      }
      return frame;
    }

    @Override
    public boolean catchingUp() {
      return source.catchingUp();
    }

    @Override
    public VideoInfo info() {
      return source.info();
    }

    @Override
    public void close() {
      source.close();
    }
  }
}
