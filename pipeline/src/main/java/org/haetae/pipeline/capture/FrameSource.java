package org.haetae.pipeline.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stream of frames. One thread at a time may use it; whoever opens it closes it. */
public interface FrameSource extends AutoCloseable {

  /**
   * The next frame, or null at the stream's end.
   *
   * @param clock tells the frame's capture time from its media time; a live camera's source knows
   *     better
   * @throws CaptureException when the stream breaks
   */
  @Nullable Frame next(CaptureClock clock);

  /**
   * Whether the last frame lies behind what has been received: it was kept while nothing moved, and
   * should not be superseded.
   */
  default boolean catchingUp() {
    return false;
  }

  /** What is known of the stream; a live one's size only after its first frame. */
  VideoInfo info();

  /** Frees the decoder; frames that are still held stay valid until they are released. */
  @Override
  void close();

  /** Maps a stream's time stamps to wall-clock time. */
  @FunctionalInterface
  interface CaptureClock {
    Instant at(double mediaSeconds);

    /** For recordings, whose time begins at {@link Instant#EPOCH}. */
    static CaptureClock sinceEpoch() {
      return seconds -> Instant.EPOCH.plusNanos(Math.round(seconds * 1e9));
    }
  }
}
