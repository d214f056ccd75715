package org.haetae.app.check;

import java.time.Duration;
import java.util.Optional;
import org.haetae.pipeline.capture.VideoInfo;

/** What one camera's stream is like. Its grabber writes; it is read when that has ended. */
final class StreamGauge {
  /** Stamps that lie further apart have jumped, or pictures were lost. */
  private static final double LONGEST_GAP = 60;

  private Optional<String> failure = Optional.empty();
  private Optional<VideoInfo> info = Optional.empty();
  private Optional<Duration> clockAhead = Optional.empty();
  private double last = Double.NaN;
  private double lastKey = Double.NaN;
  private double seconds;
  private long intervals;
  private double keyFrames;

  /** The stream begins, perhaps again. */
  void begin() {
    last = Double.NaN;
    lastKey = Double.NaN;
  }

  /** It can't be opened or broke off, for a reason in one sentence. */
  void failed(String reason) {
    failure = Optional.of(reason);
  }

  /** A picture was decoded. */
  void picture(VideoInfo now) {
    info = Optional.of(now);
  }

  void clock(Duration ahead) {
    clockAhead = Optional.of(ahead);
  }

  /** A coded picture came, at that time of the stream's own clock, in seconds. */
  void coded(double at, boolean keyFrame) {
    double step = at - last;
    if (step > 0 && step < LONGEST_GAP) {
      seconds += step;
      intervals++;
    }
    last = at;
    if (keyFrame) {
      double apart = at - lastKey;
      if (apart > 0 && apart < LONGEST_GAP) {
        keyFrames = Math.max(keyFrames, apart);
      }
      lastKey = at;
    }
  }

  /** Why it failed last. */
  Optional<String> failure() {
    return failure;
  }

  /** Empty when no picture was ever decoded. */
  Optional<VideoInfo> info() {
    return info;
  }

  /** By how much the camera's clock is ahead of ours; empty where it tells no time. */
  Optional<Duration> clockAhead() {
    return clockAhead;
  }

  /** By the stream's own stamps; NaN where too few came to tell. */
  double picturesPerSecond() {
    return seconds > 0 ? intervals / seconds : Double.NaN;
  }

  /** The longest distance of two key frames in seconds; NaN before the second one. */
  double keyFrameSeconds() {
    return keyFrames > 0 ? keyFrames : Double.NaN;
  }
}
