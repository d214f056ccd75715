package org.haetae.pipeline.flow;

import org.jspecify.annotations.Nullable;

/**
 * A slot of the ring: "this lane has mail". Mutable and preallocated; cleared behind the last stage
 * so that the ring keeps nothing alive.
 */
final class FrameEvent {
  private @Nullable CameraLane lane;

  @Nullable CameraLane lane() {
    return lane;
  }

  void set(CameraLane newLane) {
    lane = newLane;
  }

  void clear() {
    lane = null;
  }
}
