package org.haetae.pipeline.fit;

import java.util.concurrent.locks.ReentrantLock;
import org.haetae.domain.id.CameraId;

/**
 * How fit one camera is. Its grabber tells of the pictures, its lane of passers-by, anybody reads.
 * Safe for many threads; nothing is locked but when a size changes or somebody has passed.
 */
public final class CameraFit {
  private final CameraId camera;
  private final double fieldOfView;
  private final FitRule rule;
  private final FaceHeights faces = new FaceHeights();
  private final ReentrantLock lock = new ReentrantLock();
  private int width;
  private volatile FitReport report;

  /**
   * A camera of which nothing was seen yet.
   *
   * @param fieldOfView horizontal, degrees, more than 0 and less than 180
   */
  public CameraFit(CameraId camera, double fieldOfView, FitNeeds needs) {
    this.camera = camera;
    this.fieldOfView = fieldOfView;
    rule = new FitRule(needs);
    report = look();
  }

  public CameraId camera() {
    return camera;
  }

  /** The pictures are so many pixels wide from now on; another width makes another camera. */
  public void pictures(int wide) {
    lock.lock();
    try {
      resize(wide);
      report = look();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Somebody has passed.
   *
   * @param largestFace the largest height that the face had, in pixels
   * @param pictureWidth of the pictures in which it was seen, pixels
   */
  public void passed(double largestFace, int pictureWidth) {
    lock.lock();
    try {
      // Who was still under way when the size changed was measured by another camera, so to speak.
      if (width == 0 || pictureWidth == width) {
        resize(pictureWidth);
        faces.add(largestFace);
        report = look();
      }
    } finally {
      lock.unlock();
    }
  }

  private void resize(int wide) {
    if (width != wide) {
      faces.clear();
      width = wide;
    }
  }

  private FitReport look() {
    double byLens =
        width == 0 ? Double.NaN : PixelDensity.byLens(width, fieldOfView, rule.needs().distance());
    double median = faces.quantile(0.5);
    return new FitReport(
        rule.judge(faces, byLens),
        faces.tracks(),
        median,
        faces.quantile(FitRule.BEST),
        PixelDensity.byFace(median),
        byLens);
  }

  /** How it stands. */
  public FitReport report() {
    return report;
  }
}
