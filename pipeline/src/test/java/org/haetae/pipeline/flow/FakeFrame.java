package org.haetae.pipeline.flow;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;

/** A grey frame that counts how often it is released. */
final class FakeFrame implements Frame {
  private final long index;
  private final Instant capturedAt;
  private final AtomicInteger alive;
  private final AtomicInteger releases = new AtomicInteger();

  /**
   * @param alive goes up now and down when the frame is released
   */
  FakeFrame(long index, Instant capturedAt, AtomicInteger alive) {
    this.index = index;
    this.capturedAt = capturedAt;
    this.alive = alive;
    alive.incrementAndGet();
  }

  @Override
  public int width() {
    return 320;
  }

  @Override
  public int height() {
    return 180;
  }

  @Override
  public void read(Region region, int width, int height, PlanarRgb target) {
    if (releases.get() > 0) {
      throw new IllegalStateException("frame %d is read after its release".formatted(index));
    }
    target.clear();
  }

  @Override
  public Instant capturedAt() {
    return capturedAt;
  }

  @Override
  public double mediaSeconds() {
    return index / 15.0;
  }

  @Override
  public long index() {
    return index;
  }

  @Override
  public void release() {
    if (releases.incrementAndGet() > 1) {
      throw new IllegalStateException("frame %d is released twice".formatted(index));
    }
    alive.decrementAndGet();
  }
}
