package org.haetae.app.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.haetae.domain.id.CameraId;
import org.haetae.models.opencv.JpegEncoder;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.flow.FrameTap;
import org.haetae.pipeline.sighting.FrameView;
import org.haetae.pipeline.sighting.TrackView;
import org.jspecify.annotations.Nullable;

/**
 * The newest picture of each camera, made only while somebody looks: smaller, with every face that
 * matched nobody blurred before the picture is encoded, and none of a frame in which nobody was
 * looked for. Safe for many threads.
 */
public final class CameraViews implements FrameTap {
  private static final int WIDTH = 640;
  private static final int DANGER = 0xE5484D;
  private static final int NOBODY = 0xD9D4C7;
  private static final int QUALITY = 82;

  /** How long after a request pictures go on being made. */
  private static final Duration INTEREST = Duration.ofSeconds(3);

  private static final Duration LEAST_INTERVAL = Duration.ofMillis(140);

  private final InstantSource clock;
  private final Map<CameraId, View> views = new ConcurrentHashMap<>();

  public CameraViews(Collection<CameraId> cameras, InstantSource clock) {
    this.clock = clock;
    cameras.forEach(camera -> views.put(camera, new View()));
  }

  @Override
  public boolean wants(CameraId camera) {
    View view = views.get(camera);
    if (view == null) {
      return false;
    }
    Instant now = clock.instant();
    return now.isBefore(view.requested.plus(INTEREST))
        && !now.isBefore(view.made.plus(LEAST_INTERVAL));
  }

  @Override
  public void show(CameraId camera, Frame frame, FrameView seen) {
    View view = views.get(camera);
    if (view != null && seen.searched()) {
      float scale = Math.min(1, (float) WIDTH / frame.width());
      int width = Math.round(frame.width() * scale);
      int height = Math.round(frame.height() * scale);
      try (PlanarRgb pixels = new PlanarRgb(width, height)) {
        frame.read(Region.whole(frame), width, height, pixels);
        for (TrackView track : seen.faces()) {
          if (track.respondent().isEmpty()) {
            FaceBlur.apply(pixels, track.box().scaled(scale));
          }
        }
        for (TrackView track : seen.faces()) {
          boolean known = track.respondent().isPresent();
          BoxFrame.draw(
              pixels,
              track.box().scaled(scale).grown(0.15f),
              known ? DANGER : NOBODY,
              known ? 3 : 1);
        }
        view.jpeg = JpegEncoder.encode(pixels, QUALITY);
      }
      view.capturedAt = frame.capturedAt();
      view.made = clock.instant();
    }
  }

  /**
   * The newest picture of a camera as JPEG, and a wish for the next one; empty for an unknown
   * camera, one that nobody looked at until now, or one whose picture is too old to be shown.
   */
  public Optional<byte[]> newest(CameraId camera) {
    View view = views.get(camera);
    if (view == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    view.requested = now;
    boolean fresh = now.isBefore(view.capturedAt.plus(INTEREST));
    return fresh ? Optional.ofNullable(view.jpeg) : Optional.empty();
  }

  private static final class View {
    private volatile Instant requested = Instant.EPOCH;
    private volatile Instant made = Instant.EPOCH;
    private volatile Instant capturedAt = Instant.EPOCH;
    private volatile byte @Nullable [] jpeg;
  }
}
