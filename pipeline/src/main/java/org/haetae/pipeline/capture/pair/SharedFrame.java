package org.haetae.pipeline.capture.pair;

import java.util.concurrent.atomic.AtomicInteger;
import org.haetae.pipeline.capture.Frame;

/** A frame with several holders, released by the last of them. Thread-safe but for its pixels. */
final class SharedFrame {
  private final Frame frame;
  private final AtomicInteger holders = new AtomicInteger(1);

  /**
   * @param frame becomes this one's
   */
  SharedFrame(Frame frame) {
    this.frame = frame;
  }

  Frame frame() {
    return frame;
  }

  /** One more holder; by somebody who is one. */
  SharedFrame retain() {
    holders.incrementAndGet();
    return this;
  }

  void release() {
    if (holders.decrementAndGet() == 0) {
      frame.release();
    }
  }
}
