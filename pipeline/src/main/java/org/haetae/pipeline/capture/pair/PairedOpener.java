package org.haetae.pipeline.capture.pair;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.capture.StreamWatch;

/**
 * Opens both streams of a camera. The small one must open; the large one is tried for ever beside
 * it.
 *
 * @param name of the large stream's thread
 */
public record PairedOpener(String name, FrameSourceOpener small, FrameSourceOpener large)
    implements FrameSourceOpener {

  @Override
  public FrameSource open(StreamWatch watch) {
    AtomicBoolean awake = new AtomicBoolean(true);
    FrameSource source = small.open(new Listening(watch, awake));
    LargeStream companion = new LargeStream(name, large, awake::get);
    companion.start();
    return new PairedSource(source, companion, awake);
  }

  /** Hears whether the small stream is idle. */
  private record Listening(StreamWatch watch, AtomicBoolean awake) implements StreamWatch {
    @Override
    public void packet(Instant at) {
      watch.packet(at);
    }

    @Override
    public void coded(double seconds, boolean keyFrame) {
      watch.coded(seconds, keyFrame);
    }

    @Override
    public void damaged() {
      watch.damaged();
    }

    @Override
    public void clockError(Duration ahead, Instant at) {
      watch.clockError(ahead, at);
    }

    @Override
    public void decoding(boolean everyPicture) {
      awake.set(everyPicture);
      watch.decoding(everyPicture);
    }

    @Override
    public boolean wantsEveryPicture() {
      return watch.wantsEveryPicture();
    }
  }
}
