package org.haetae.pipeline.detect;

/**
 * When and how finely the detector looks.
 *
 * @param smallestFace height, in pixels of the camera's picture, of the smallest face that must be
 *     found
 * @param turnSeconds least time between two passes of one camera
 * @param fullPassSeconds a full pass is due after this time while something moves or is tracked
 * @param idleFullPassSeconds a full pass is due after this time while nothing moves
 */
public record DetectionSettings(
    int smallestFace, double turnSeconds, double fullPassSeconds, double idleFullPassSeconds) {
  public DetectionSettings {
    if (smallestFace < 12) {
      throw new IllegalArgumentException(
          "the smallest face must be at least 12 pixels high, but is " + smallestFace);
    }
  }

  /** 36-pixel faces, up to ten passes a second, every second of them at least a full one. */
  public static DetectionSettings standard() {
    return new DetectionSettings(36, 0.1, 0.8, 3);
  }
}
