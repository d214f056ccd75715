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
   * @param scale the network's pixels for one pixel of the picture, more than 0; the larger it is,
   *     the smaller the faces that are found and the longer it takes
   */
  List<DetectedFace> detect(Picture picture, Region region, float scale);

  @Override
  void close();
}
