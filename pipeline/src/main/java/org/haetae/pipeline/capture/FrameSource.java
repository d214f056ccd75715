package org.haetae.pipeline.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stream of frames. One thread at a time may use it; whoever opens it closes it. */
public interface FrameSource extends AutoCloseable {

  /**
   * The next frame, or null at the stream's end.
   *
   * @param clock tells the frame's capture time from its media time
   * @throws CaptureException when the stream breaks
   */
  @Nullable Frame next(CaptureClock clock);

  /** What is known of the stream. */
  VideoInfo info();

  /** Frees the decoder; frames that are still held stay valid until they are released. */
  @Override
  void close();

  /** Maps a stream's time stamps to wall-clock time. */
  @FunctionalInterface
  interface CaptureClock {
    Instant at(double mediaSeconds);
  }
}
