package org.haetae.pipeline.flow;

import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.sighting.FrameView;

/** Looks at frames behind their analysis, on the shard's thread; must return quickly. */
public interface FrameTap {

  /** Whether anybody wants this camera's picture now. */
  boolean wants(CameraId camera);

  /** A frame and the faces in it; the frame is not to be kept. */
  void show(CameraId camera, Frame frame, FrameView seen);

  /** Wants nothing. */
  static FrameTap none() {
    return new FrameTap() {
      @Override
      public boolean wants(CameraId camera) {
        return false;
      }

      @Override
      public void show(CameraId camera, Frame frame, FrameView seen) {}
    };
  }
}
