package org.haetae.app.check;

import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.VideoInfo;
import org.jspecify.annotations.Nullable;

/** A source whose pictures and end are noted. Owns it. */
record GaugedSource(FrameSource source, StreamGauge gauge) implements FrameSource {
  @Override
  public @Nullable Frame next(CaptureClock clock) {
    try {
      Frame frame = source.next(clock);
      if (frame != null) {
        gauge.picture(source.info(), frame.width(), frame.height());
      }
      return frame;
    } catch (CaptureException e) {
      gauge.failed(String.valueOf(e.getMessage()));
      throw e;
    }
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
