package org.haetae.pipeline.flow;

import java.time.Instant;
import java.util.function.Consumer;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.FrameSourceOpener;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.health.CameraHealth;

/**
 * A camera and where its frames come from.
 *
 * @param health is told how the camera fares
 * @param fit is told how large the faces are
 * @param onStart is told, on the grabber's thread, when each run of the stream begins
 * @param rehearsal whether it is no real camera, and nothing of it is to be measured
 */
public record CameraFeed(
    CameraId camera,
    FrameSourceOpener opener,
    Playback playback,
    CameraHealth health,
    CameraFit fit,
    Consumer<Instant> onStart,
    boolean rehearsal) {

  /** A real camera. */
  public CameraFeed(
      CameraId camera,
      FrameSourceOpener opener,
      Playback playback,
      CameraHealth health,
      CameraFit fit,
      Consumer<Instant> onStart) {
    this(camera, opener, playback, health, fit, onStart, false);
  }
}
