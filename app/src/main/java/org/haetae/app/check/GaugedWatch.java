package org.haetae.app.check;

import java.time.Duration;
import java.time.Instant;
import org.haetae.pipeline.capture.StreamWatch;

/** Notes what a source tells its watch. */
record GaugedWatch(StreamWatch watch, StreamGauge gauge) implements StreamWatch {
  @Override
  public void packet(Instant at) {
    watch.packet(at);
  }

  @Override
  public void coded(double seconds, boolean keyFrame) {
    gauge.coded(seconds, keyFrame);
    watch.coded(seconds, keyFrame);
  }

  @Override
  public void damaged() {
    watch.damaged();
  }

  @Override
  public void clockError(Duration ahead, Instant at) {
    gauge.clock(ahead);
    watch.clockError(ahead, at);
  }

  @Override
  public void decoding(boolean everyPicture) {
    watch.decoding(everyPicture);
  }

  @Override
  public boolean wantsEveryPicture() {
    return watch.wantsEveryPicture();
  }
}
