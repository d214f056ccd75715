package org.haetae.models.detect;

import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.Landmarks;

/** Moves a face from the pixels of a resampled region to those of the picture. */
final class FaceMapping {
  private FaceMapping() {}

  static DetectedFace map(DetectedFace face, float x, float y, float factorX, float factorY) {
    Landmarks l = face.landmarks();
    return new DetectedFace(
        map(face.box(), x, y, factorX, factorY),
        new Landmarks(
            l.leftEyeX() * factorX + x,
            l.leftEyeY() * factorY + y,
            l.rightEyeX() * factorX + x,
            l.rightEyeY() * factorY + y,
            l.noseX() * factorX + x,
            l.noseY() * factorY + y,
            l.leftMouthX() * factorX + x,
            l.leftMouthY() * factorY + y,
            l.rightMouthX() * factorX + x,
            l.rightMouthY() * factorY + y),
        face.score());
  }

  static FaceBox map(FaceBox box, float x, float y, float factorX, float factorY) {
    return new FaceBox(
        box.x() * factorX + x,
        box.y() * factorY + y,
        box.width() * factorX,
        box.height() * factorY);
  }
}
