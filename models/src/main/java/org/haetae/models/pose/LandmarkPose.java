package org.haetae.models.pose;

import org.haetae.domain.face.HeadPose;
import org.haetae.domain.face.Landmarks;

/**
 * Head pose from five landmarks alone, cheap enough for every look. A nose tip stands about 0.55
 * eye distances before the plane of the eyes, so that it moves by 0.55 · tan(yaw) of the apparent
 * eye distance; in a level face it lies half-way between eyes and mouth. Good to some ten degrees.
 */
public final class LandmarkPose {
  private static final double NOSE_DEPTH = 0.55;
  private static final double LEVEL_NOSE = 0.495;
  private static final double DEGREES_PER_NOSE_SHIFT = 110;

  private LandmarkPose() {}

  public static HeadPose of(Landmarks l) {
    double eyesX = (l.leftEyeX() + l.rightEyeX()) / 2.0;
    double eyesY = (l.leftEyeY() + l.rightEyeY()) / 2.0;
    double roll = Math.atan2(l.rightEyeY() - l.leftEyeY(), l.rightEyeX() - l.leftEyeX());
    double cos = Math.cos(roll);
    double sin = Math.sin(roll);
    double noseX = cos * (l.noseX() - eyesX) + sin * (l.noseY() - eyesY);
    double noseY = cos * (l.noseY() - eyesY) - sin * (l.noseX() - eyesX);
    double mouthX = (l.leftMouthX() + l.rightMouthX()) / 2.0;
    double mouthY = (l.leftMouthY() + l.rightMouthY()) / 2.0;
    double faceLength = cos * (mouthY - eyesY) - sin * (mouthX - eyesX);
    double eyes = Math.max(1e-3, l.interEyeDistance());
    double yaw = Math.toDegrees(Math.atan(noseX / eyes / NOSE_DEPTH));
    double pitch = (LEVEL_NOSE - noseY / Math.max(1e-3, faceLength)) * DEGREES_PER_NOSE_SHIFT;
    return new HeadPose(
        (float) yaw, (float) Math.clamp(pitch, -90.0, 90.0), (float) Math.toDegrees(roll));
  }
}
