package org.haetae.models.detect;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.face.FaceBox;

/**
 * Reads proposals from UltraFace's answers, which are offsets from anchors in the way of W. Liu et
 * al., "SSD: Single Shot MultiBox Detector" (2016), with centre variance 0.1 and size variance 0.2.
 */
final class UltraFaceDecoder {
  private static final float CENTRE_VARIANCE = 0.1f;
  private static final float SIZE_VARIANCE = 0.2f;

  private UltraFaceDecoder() {}

  /**
   * Every anchor above {@code threshold}, in pixels of the network's input, before suppression.
   *
   * @param scores anchors × 2 shares of background and face, 0 to 1
   * @param locations anchors × 4 offsets: centre x and y, logarithm of width and height
   */
  static List<Proposal> decode(
      FloatBuffer scores, FloatBuffer locations, int width, int height, float threshold) {
    List<Proposal> proposals = new ArrayList<>();
    UltraFaceAnchors.each(
        width,
        height,
        (index, x, y, side) -> {
          float score = scores.get(2 * index + 1);
          if (score > threshold) {
            int at = 4 * index;
            float centreX = x + locations.get(at) * CENTRE_VARIANCE * side;
            float centreY = y + locations.get(at + 1) * CENTRE_VARIANCE * side;
            float boxWidth = side * (float) Math.exp(locations.get(at + 2) * SIZE_VARIANCE);
            float boxHeight = side * (float) Math.exp(locations.get(at + 3) * SIZE_VARIANCE);
            proposals.add(
                new Proposal(
                    new FaceBox(
                        centreX - boxWidth / 2, centreY - boxHeight / 2, boxWidth, boxHeight),
                    score));
          }
        });
    return proposals;
  }
}
