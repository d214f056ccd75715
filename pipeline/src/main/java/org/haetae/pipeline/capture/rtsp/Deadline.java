package org.haetae.pipeline.capture.rtsp;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** When all of a probe must be over, on the machine's monotonic clock. */
final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline after(Duration limit) {
    return new Deadline(System.nanoTime() + limit.toNanos());
  }

  boolean isOver() {
    return end - System.nanoTime() <= 0;
  }

  /** For a socket's time-out, at least 1, since 0 would mean for ever. */
  int remainingMillis() throws SocketTimeoutException {
    long nanos = end - System.nanoTime();
    if (nanos <= 0) {
      throw new SocketTimeoutException("the probe's time is over");
    }
    // Rounded up: whoever has waited that long must find it over, and not the connection broken.
    return Math.toIntExact((nanos + 999_999) / 1_000_000);
  }
}
