package org.haetae.models.detect;

import java.util.List;
import org.haetae.domain.face.DetectedFace;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.Region;

/** Finds faces. One thread at a time may use it; whoever makes it closes it. */
public interface FaceDetector extends AutoCloseable {

  /**
   * The faces in a part of a picture, surest first, in pixels of the whole picture.
   *
   * @param smallestFace height, in the picture's pixels, of the smallest face that must be found,
   *     more than 0; the smaller it is, the longer it takes
   */
  List<DetectedFace> detect(Picture picture, Region region, float smallestFace);

  @Override
  void close();
}
