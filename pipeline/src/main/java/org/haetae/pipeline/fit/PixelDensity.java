package org.haetae.pipeline.fit;

import org.haetae.pipeline.proximity.PersonDistance;

/** Pixels per metre, the measure of EN 62676-4 for what a picture can be used for. */
public final class PixelDensity {
  private PixelDensity() {}

  /**
   * What a lens gives at a distance: the picture's width over the width of the scene, {@code w / (2
   * d tan(f / 2))}, by the pinhole model.
   *
   * @param pictureWidth pixels
   * @param fieldOfView horizontal, degrees, more than 0 and less than 180
   * @param metres from the camera, along its axis, more than 0
   */
  public static double byLens(int pictureWidth, double fieldOfView, double metres) {
    return pictureWidth / (2 * metres * Math.tan(Math.toRadians(fieldOfView) / 2));
  }

  /**
   * What a face shows, wherever it stood: its height in the picture over its true one ({@link
   * PersonDistance#FACE_HEIGHT}).
   *
   * @param faceHeight pixels
   */
  public static double byFace(double faceHeight) {
    return faceHeight / PersonDistance.FACE_HEIGHT;
  }
}
