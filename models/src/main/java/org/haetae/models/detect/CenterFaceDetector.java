package org.haetae.models.detect;

import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.face.DetectedFace;
import org.haetae.models.network.Network;
import org.haetae.models.network.Outputs;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.Region;

/**
 * CenterFace. Its input is RGB, 0 to 255 as it is, each side a multiple of 32; the region lies in
 * the upper left corner and the rest is black. Owns the network and its input memory.
 */
public final class CenterFaceDetector implements FaceDetector {
  /** Below this the network's answers on pavements and leaves begin to look like faces to it. */
  private static final float MINIMUM_SCORE = 0.5f;

  /** As in the reference code. */
  private static final float MAXIMUM_OVERLAP = 0.3f;

  private static final int MULTIPLE = 32;

  /** Height in the network's input below which it begins to miss faces (see its model card). */
  private static final float DETECTABLE = 18;

  private final Network network;
  private final ResampledInput input;

  /**
   * @param network becomes this detector's own
   * @param maximumPixels the largest input, in pixels after padding; larger regions are read at a
   *     smaller scale
   */
  public CenterFaceDetector(Network network, int maximumPixels) {
    this.network = network;
    this.input = new ResampledInput(maximumPixels, MULTIPLE, 0, 1);
  }

  @Override
  public List<DetectedFace> detect(Picture picture, Region region, float smallestFace) {
    return detectAt(picture, region, scale(smallestFace));
  }

  private static float scale(float smallestFace) {
    return Math.min(1, DETECTABLE / smallestFace);
  }

  /** The input's pixels that a search would take. */
  long pixelsFor(Region region, float smallestFace) {
    return input.pixelsFor(region, scale(smallestFace));
  }

  /**
   * The same at a scale of the caller's choice.
   *
   * @param wantedScale the network's pixels for one of the picture, more than 0; may enlarge
   */
  List<DetectedFace> detectAt(Picture picture, Region region, float wantedScale) {
    input.read(picture, region, wantedScale);
    List<DetectedFace> faces = network.run(input.buffer(), input.shape(), this::decode);
    return toPicture(
        NonMaximumSuppression.apply(faces, MAXIMUM_OVERLAP),
        region,
        input.factorX(),
        input.factorY());
  }

  private List<DetectedFace> decode(Outputs maps) {
    int rows = input.height() / CenterFaceDecoder.STRIDE;
    int columns = input.width() / CenterFaceDecoder.STRIDE;
    return CenterFaceDecoder.decode(
        maps.values(0),
        maps.values(1),
        maps.values(2),
        maps.values(3),
        rows,
        columns,
        MINIMUM_SCORE);
  }

  private static List<DetectedFace> toPicture(
      List<DetectedFace> faces, Region region, float factorX, float factorY) {
    List<DetectedFace> mapped = new ArrayList<>(faces.size());
    for (DetectedFace face : faces) {
      mapped.add(FaceMapping.map(face, region.x(), region.y(), factorX, factorY));
    }
    return mapped;
  }

  @Override
  public void close() {
    network.close();
    input.close();
  }
}
