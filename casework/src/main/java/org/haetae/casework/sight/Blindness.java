package org.haetae.casework.sight;

import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;

/** Who does not guard, and why. */
public sealed interface Blindness {
  /**
   * One camera.
   *
   * @param state as it stood last; never {@link CameraState#LIVE}
   */
  record OfCamera(CameraId camera, CameraState state) implements Blindness {
    public OfCamera {
      if (state == CameraState.LIVE) {
        throw new IllegalArgumentException("a live camera is not blind: " + camera);
      }
    }
  }

  /** All cameras: the site did not run. */
  record OfSite() implements Blindness {}
}
