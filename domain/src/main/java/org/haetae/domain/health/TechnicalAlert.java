package org.haetae.domain.health;

import java.time.Instant;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;

/**
 * A camera does not guard its place now.
 *
 * @param place the place that it should guard
 * @param state never {@link CameraState#LIVE}
 * @param reason one plain clause; holds no secret
 * @param since when the camera was last known to be well
 */
public record TechnicalAlert(
    CameraId camera, PlaceId place, CameraState state, String reason, Instant since) {
  public TechnicalAlert {
    if (state == CameraState.LIVE) {
      throw new IllegalArgumentException("a live camera is no alert: " + camera);
    }
  }
}
