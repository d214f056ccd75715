package org.haetae.app.live;

import java.time.Instant;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;

/** A black frame. */
record BlackFrame(Instant capturedAt) implements Frame {
  @Override
  public int width() {
    return 640;
  }

  @Override
  public int height() {
    return 360;
  }

  @Override
  public void read(Region region, int width, int height, PlanarRgb target) {
    target.clear();
  }

  @Override
  public double mediaSeconds() {
    return 0;
  }

  @Override
  public long index() {
    return 0;
  }

  @Override
  public void release() {}
}
