package org.haetae.app.capacity;

import java.util.List;
import org.haetae.domain.face.DetectedFace;
import org.haetae.models.detect.FaceDetector;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.Region;

/** A detector that remembers whether it was asked; a shard's, so one thread's. */
final class PassCounter implements FaceDetector {
  private final FaceDetector detector;
  private final ThreadLocal<Boolean> asked;

  /**
   * @param detector becomes this one's own
   * @param asked is set on the thread that asks
   */
  PassCounter(FaceDetector detector, ThreadLocal<Boolean> asked) {
    this.detector = detector;
    this.asked = asked;
  }

  @Override
  public List<DetectedFace> detect(Picture picture, Region region, float smallestFace) {
    asked.set(true);
    return detector.detect(picture, region, smallestFace);
  }

  @Override
  public void close() {
    detector.close();
  }
}
