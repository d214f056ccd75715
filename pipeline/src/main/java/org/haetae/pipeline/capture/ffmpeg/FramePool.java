package org.haetae.pipeline.capture.ffmpeg;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Frames that come back to be used again. Frames may be released by any thread, also after the pool
 * was closed: then they are freed instead. Owns the resampler that its frames share.
 */
final class FramePool {
  private final Rotation rotation;
  private final ArrayDeque<FfmpegFrame> idle = new ArrayDeque<>();
  private final Resampler resampler = new Resampler();
  private int lent;
  private boolean closed;

  FramePool(Rotation rotation) {
    this.rotation = rotation;
  }

  synchronized FfmpegFrame take() {
    lent++;
    @Nullable FfmpegFrame frame = idle.poll();
    return frame != null ? frame : new FfmpegFrame(this, resampler, rotation);
  }

  synchronized void giveBack(FfmpegFrame frame) {
    lent--;
    if (closed) {
      frame.free();
      freeWhenLast();
    } else {
      idle.push(frame);
    }
  }

  synchronized void close() {
    if (!closed) {
      closed = true;
      idle.forEach(FfmpegFrame::free);
      idle.clear();
      freeWhenLast();
    }
  }

  private void freeWhenLast() {
    if (lent == 0) {
      resampler.close();
    }
  }
}
