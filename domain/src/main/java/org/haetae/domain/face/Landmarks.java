package org.haetae.domain.face;

/**
 * Five points of a face in picture pixels. Left and right are the viewer's: the left eye is the one
 * with the smaller x in an upright face that looks at the camera.
 */
public record Landmarks(
    float leftEyeX,
    float leftEyeY,
    float rightEyeX,
    float rightEyeY,
    float noseX,
    float noseY,
    float leftMouthX,
    float leftMouthY,
    float rightMouthX,
    float rightMouthY) {

  /** Distance between the eyes in pixels. */
  public float interEyeDistance() {
    return (float) Math.hypot(rightEyeX - leftEyeX, rightEyeY - leftEyeY);
  }

  /**
   * The same points in a picture whose origin lies at ({@code dx}, {@code dy}) of this one, then
   * scaled by {@code factor}.
   */
  public Landmarks mapped(float dx, float dy, float factor) {
    return new Landmarks(
        (leftEyeX - dx) * factor,
        (leftEyeY - dy) * factor,
        (rightEyeX - dx) * factor,
        (rightEyeY - dy) * factor,
        (noseX - dx) * factor,
        (noseY - dy) * factor,
        (leftMouthX - dx) * factor,
        (leftMouthY - dy) * factor,
        (rightMouthX - dx) * factor,
        (rightMouthY - dy) * factor);
  }
}
