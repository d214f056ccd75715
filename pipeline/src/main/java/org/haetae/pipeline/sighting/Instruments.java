package org.haetae.pipeline.sighting;

import org.haetae.models.detect.FaceDetector;
import org.haetae.models.embed.FaceEmbedder;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.pipeline.looks.LookTaker;
import org.haetae.pipeline.motion.MotionGate;

/**
 * The networks and buffers that the cameras of one shard take turns with. Owns them; only the
 * shard's thread uses them.
 */
public final class Instruments implements AutoCloseable {
  private final FaceDetector detector;
  private final LookTaker looks;
  private final PlanarRgb thumbnail = new PlanarRgb(MotionGate.COLUMNS, MotionGate.ROWS);

  public Instruments(FaceDetector detector, FaceEmbedder embedder) {
    this.detector = detector;
    this.looks = new LookTaker(embedder);
  }

  FaceDetector detector() {
    return detector;
  }

  LookTaker looks() {
    return looks;
  }

  PlanarRgb thumbnail() {
    return thumbnail;
  }

  @Override
  public void close() {
    detector.close();
    looks.close();
    thumbnail.close();
  }
}
