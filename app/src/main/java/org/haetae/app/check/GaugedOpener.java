package org.haetae.app.check;

import org.haetae.pipeline.capture.CaptureException;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.StreamWatch;

/** Opens a stream as another opener does, and measures it. */
record GaugedOpener(FrameSourceOpener opener, StreamGauge gauge) implements FrameSourceOpener {
  @Override
  public FrameSource open(StreamWatch watch) {
    gauge.begin();
    try {
      return new GaugedSource(opener.open(new GaugedWatch(watch, gauge)), gauge);
    } catch (CaptureException e) {
      gauge.failed(String.valueOf(e.getMessage()));
      throw e;
    }
  }
}
