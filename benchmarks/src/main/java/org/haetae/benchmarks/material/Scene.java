package org.haetae.benchmarks.material;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.haetae.app.Eyes;
import org.haetae.app.Home;
import org.haetae.domain.face.DetectedFace;
import org.haetae.models.detect.FaceDetector;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.capture.FrameSource;
import org.haetae.pipeline.capture.ffmpeg.FfmpegLog;
import org.haetae.pipeline.capture.ffmpeg.FileSource;
import org.jspecify.annotations.Nullable;

/**
 * A decoded frame of the demo's footage with a face in it, still in its decoder's memory as the
 * pipeline would see it. Whoever opens it closes it, once.
 */
public final class Scene implements AutoCloseable {
  private static final float LEAST_HEIGHT = 60;

  private final FrameSource source;
  private final Frame frame;
  private final DetectedFace face;

  private Scene(FrameSource source, Frame frame, DetectedFace face) {
    this.source = source;
    this.frame = frame;
    this.face = face;
  }

  /** The first frame at the door whose face is near enough to be recognised. */
  public static Scene open() {
    FfmpegLog.verbose(false);
    Path clip = Home.folder().resolve("camera-sim/footage/clips/home-door.mp4");
    FrameSource source = FileSource.open(clip);
    try (FaceDetector detector = Eyes.standard().detector()) {
      while (true) {
        @Nullable Frame frame = source.next(seconds -> Instant.EPOCH);
        if (frame == null) {
          throw new IllegalStateException("nobody comes near in " + clip);
        }
        List<DetectedFace> faces = detector.detect(frame, Region.whole(frame), 36);
        if (!faces.isEmpty() && faces.getFirst().box().height() >= LEAST_HEIGHT) {
          return new Scene(source, frame, faces.getFirst());
        }
        frame.release();
      }
    }
  }

  public Frame frame() {
    return frame;
  }

  public DetectedFace face() {
    return face;
  }

  @Override
  public void close() {
    frame.release();
    source.close();
  }
}
