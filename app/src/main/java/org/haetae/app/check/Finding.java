package org.haetae.app.check;

import java.time.Duration;
import java.util.Optional;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.VideoInfo;
import org.haetae.pipeline.fit.FitReport;
import org.haetae.pipeline.fit.FitVerdict;
import org.haetae.pipeline.health.HealthReport;
import org.haetae.pipeline.health.PictureSize;

/** What a look at one camera found. Holds no secret. */
public sealed interface Finding {

  CameraId camera();

  /** Whether the place is without this camera: it gives nothing, or nobody can be recognised. */
  boolean isGap();

  /** Whether pictures are well, but nobody has come near enough to tell more. */
  default boolean isUnknown() {
    return this instanceof Reached reached
        && !reached.isGap()
        && reached.fit().verdict() instanceof FitVerdict.TooFew;
  }

  /**
   * No picture came.
   *
   * @param reason one plain clause
   */
  record Unreachable(CameraId camera, String reason) implements Finding {
    @Override
    public boolean isGap() {
      return true;
    }
  }

  /**
   * Pictures came.
   *
   * @param looks size in which faces are looked at: a larger stream's where the camera has two
   * @param wanted the size that the site's file asks for
   * @param picturesPerSecond NaN where too few came
   * @param keyFrameSeconds NaN where fewer than two came
   * @param clockAhead empty where the camera tells no time
   * @param health at the end of the look
   */
  record Reached(
      CameraId camera,
      VideoInfo stream,
      PictureSize looks,
      Optional<PictureSize> wanted,
      double picturesPerSecond,
      double keyFrameSeconds,
      Optional<Duration> clockAhead,
      HealthReport health,
      FitReport fit)
      implements Finding {

    @Override
    public boolean isGap() {
      return isBlind() || fit.isGap();
    }

    /** Whether its pictures show nobody, however large. */
    boolean isBlind() {
      return switch (health.state()) {
        case CONNECTING, STALLED, FROZEN, BLACK, DEFOCUSED, PASSWORD_REFUSED -> true;
        case LIVE, MOVED, WRONG_RESOLUTION, CLOCK_WRONG -> false;
      };
    }
  }
}
