package org.haetae.pipeline.track;

import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.Landmarks;

/** Faces for trackers, which look at nothing but the box. */
final class Walkers {
  private static final Landmarks ANY = new Landmarks(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);

  private Walkers() {}

  static DetectedFace at(double x, double y, double height) {
    float h = (float) height;
    return new DetectedFace(
        new FaceBox((float) x - h * 0.4f, (float) y - h / 2, h * 0.8f, h), ANY, 0.9f);
  }
}
