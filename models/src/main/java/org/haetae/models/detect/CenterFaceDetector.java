package org.haetae.models.detect;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.face.DetectedFace;
import org.haetae.models.network.Network;
import org.haetae.models.network.Outputs;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
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
  private final PlanarRgb pixels;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment input;
  private final long[] shape = {1, 3, 0, 0};

  /**
   * @param network becomes this detector's own
   * @param maximumPixels the largest input, in pixels after padding; larger regions are read at a
   *     smaller scale
   */
  public CenterFaceDetector(Network network, int maximumPixels) {
    if (maximumPixels < MULTIPLE * MULTIPLE) {
      throw new IllegalArgumentException(
          "the detector's input must hold at least %d pixels, but is to hold %d"
              .formatted(MULTIPLE * MULTIPLE, maximumPixels));
    }
    this.network = network;
    this.pixels = new PlanarRgb(maximumPixels);
    this.input = arena.allocate(3L * maximumPixels * Float.BYTES, 64);
  }

  @Override
  public List<DetectedFace> detect(Picture picture, Region region, float smallestFace) {
    return detectAt(picture, region, Math.min(1, DETECTABLE / smallestFace));
  }

  /** The input's pixels that a search would take. */
  long pixelsFor(Region region, float smallestFace) {
    float scale = fitting(region, Math.min(1, DETECTABLE / smallestFace));
    return (long) padded(Math.round(region.width() * scale))
        * padded(Math.round(region.height() * scale));
  }

  /**
   * The same at a scale of the caller's choice.
   *
   * @param wantedScale the network's pixels for one of the picture, more than 0; may enlarge
   */
  List<DetectedFace> detectAt(Picture picture, Region region, float wantedScale) {
    float scale = fitting(region, wantedScale);
    int width = Math.max(1, Math.round(region.width() * scale));
    int height = Math.max(1, Math.round(region.height() * scale));
    pixels.resize(padded(width), padded(height));
    picture.read(region, width, height, pixels);
    FloatPlanes.fill(pixels, input);
    shape[2] = pixels.height();
    shape[3] = pixels.width();
    List<DetectedFace> faces =
        network.run(
            input.asByteBuffer().slice(0, byteCount()).order(ByteOrder.nativeOrder()),
            shape,
            this::decode);
    return toPicture(
        NonMaximumSuppression.apply(faces, MAXIMUM_OVERLAP),
        region,
        (float) region.width() / width,
        (float) region.height() / height);
  }

  private int byteCount() {
    return 3 * pixels.width() * pixels.height() * Float.BYTES;
  }

  private float fitting(Region region, float wanted) {
    float scale = wanted;
    while (!pixels.holds(
        padded(Math.round(region.width() * scale)), padded(Math.round(region.height() * scale)))) {
      scale *= 0.95f;
    }
    return scale;
  }

  private static int padded(int side) {
    return Math.max(MULTIPLE, (side + MULTIPLE - 1) / MULTIPLE * MULTIPLE);
  }

  private List<DetectedFace> decode(Outputs maps) {
    int rows = pixels.height() / CenterFaceDecoder.STRIDE;
    int columns = pixels.width() / CenterFaceDecoder.STRIDE;
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
    pixels.close();
    arena.close();
  }
}
