package org.haetae.casework.cover;

import java.time.Instant;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;

/**
 * What a camera is worth right now.
 *
 * @param since when its state or its fitness came to be what it is
 */
public record CameraCover(CameraId camera, CameraState state, Fitness fitness, Instant since) {

  /** Whether it can make out a face. */
  public enum Fitness {
    /** It has seen a face of the needed size. */
    PROVEN,
    /** Nothing speaks against it, but no face of the needed size was ever seen. */
    UNPROVEN,
    TOO_COARSE
  }
}
