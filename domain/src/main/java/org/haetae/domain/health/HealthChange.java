package org.haetae.domain.health;

import java.time.Instant;
import org.haetae.domain.id.CameraId;

/**
 * A camera's state became another.
 *
 * @param to never {@code from}
 * @param reason one plain clause; holds no secret
 * @param at when it was noticed, which is later than when it began
 */
public record HealthChange(
    CameraId camera, CameraState from, CameraState to, String reason, Instant at) {
  public HealthChange {
    if (from == to) {
      throw new IllegalArgumentException(
          "a change of camera %s must lead to another state than %s".formatted(camera, from));
    }
  }
}
