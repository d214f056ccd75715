package org.haetae.app.check;

import java.time.Duration;
import java.util.Optional;
import org.haetae.pipeline.capture.VideoInfo;
import org.haetae.pipeline.health.PictureSize;

/** What one camera's stream is like. Its grabber writes; it is read when that has ended. */
final class StreamGauge {
  /** Stamps that run ahead by more have jumped, or the stream stood still. */
  private static final double LONGEST_GAP = 60;

  /** Stamps that go back by more have jumped; by less, pictures are shown in another order. */
  private static final double LONGEST_REORDERING = 2;

  private Optional<String> failure = Optional.empty();
  private Optional<VideoInfo> info = Optional.empty();
  private Optional<PictureSize> looks = Optional.empty();
  private Optional<Duration> clockAhead = Optional.empty();
  private double first = Double.NaN;
  private double newest = Double.NaN;
  private double lastKey = Double.NaN;
  private long run;
  private double seconds;
  private long intervals;
  private double keyFrames;

  /** The stream begins, perhaps again. */
  void begin() {
    endRun();
    first = Double.NaN;
    newest = Double.NaN;
    lastKey = Double.NaN;
  }

  private void endRun() {
    if (run > 1) {
      seconds += newest - first;
      intervals += run - 1;
    }
    run = 0;
  }

  /** It can't be opened or broke off, for a reason in one sentence. */
  void failed(String reason) {
    failure = Optional.of(reason);
  }

  /** A picture was decoded, in which faces are looked for in that size. */
  void picture(VideoInfo now, int width, int height) {
    info = Optional.of(now);
    if (looks.filter(size -> size.width() == width && size.height() == height).isEmpty()) {
      looks = Optional.of(new PictureSize(width, height));
    }
  }

  void clock(Duration ahead) {
    clockAhead = Optional.of(ahead);
  }

  /** A coded picture came, to be shown at that time of the stream's own clock, in seconds. */
  void coded(double at, boolean keyFrame) {
    double step = at - newest;
    if (!(step > -LONGEST_REORDERING && step < LONGEST_GAP)) {
      begin();
      first = at;
      newest = at;
    }
    run++;
    first = Math.min(first, at);
    newest = Math.max(newest, at);
    if (keyFrame) {
      if (at > lastKey) {
        keyFrames = Math.max(keyFrames, at - lastKey);
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

  /** The size in which faces are looked at: the larger stream's where there are two. */
  Optional<PictureSize> looks() {
    return looks;
  }

  /** By how much the camera's clock is ahead of ours; empty where it tells no time. */
  Optional<Duration> clockAhead() {
    return clockAhead;
  }

  /** By the stream's own stamps; NaN where too few came to tell. */
  double picturesPerSecond() {
    double all = seconds + (run > 1 ? newest - first : 0);
    return all > 0 ? (intervals + Math.max(0, run - 1)) / all : Double.NaN;
  }

  /** The longest distance of two key frames in seconds; NaN before the second one. */
  double keyFrameSeconds() {
    return keyFrames > 0 ? keyFrames : Double.NaN;
  }
}
