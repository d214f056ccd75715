package org.haetae.models.align;

import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.Landmarks;

/** Faces whose landmarks stand where the embedder wants them. */
public final class Faces {
  public static final Landmarks TEMPLATE =
      new Landmarks(
          38.2946f, 51.6963f, 73.5318f, 51.5014f, 56.0252f, 71.7366f, 41.5493f, 92.3655f, 70.7299f,
          92.2041f);

  private Faces() {}

  /** A frontal face whose template frame begins at (x, y) and is {@code scale} times as large. */
  public static DetectedFace at(float x, float y, float scale) {
    return new DetectedFace(
        new FaceBox(x + 20 * scale, y + 20 * scale, 72 * scale, 92 * scale),
        TEMPLATE.mapped(-x / scale, -y / scale, scale),
        0.99f);
  }
}
