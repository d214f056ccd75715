package org.haetae.pipeline.proximity;

/**
 * How far a face is from the camera, by the pinhole model: distance = focal length · true height /
 * apparent height.
 */
public final class PersonDistance {
  /**
   * Height of the detector's face box on an adult, upper forehead to chin, in metres: the
   * morphological face height of adults is about 0.12 m from nasion to chin (L. G. Farkas,
   * "Anthropometry of the Head and Face", 1994), and the box reaches some 0.07 m above the nasion.
   */
  public static final double FACE_HEIGHT = 0.19;

  /** Share of the distance by which a face of unknown size and tilt may be off. */
  static final double RELATIVE_ERROR = 0.2;

  private PersonDistance() {}

  /**
   * Metres from the camera.
   *
   * @param fieldOfView horizontal, degrees
   * @param pictureWidth pixels
   * @param faceHeight pixels
   */
  public static double metres(double fieldOfView, int pictureWidth, float faceHeight) {
    double focal = pictureWidth / 2.0 / Math.tan(Math.toRadians(fieldOfView) / 2);
    return focal * FACE_HEIGHT / faceHeight;
  }

  /**
   * Degrees to the right of the camera's axis at which a picture column lies.
   *
   * @param x pixels from the left edge
   */
  public static double degreesRight(double fieldOfView, int pictureWidth, float x) {
    double focal = pictureWidth / 2.0 / Math.tan(Math.toRadians(fieldOfView) / 2);
    return Math.toDegrees(Math.atan((x - pictureWidth / 2.0) / focal));
  }
}
