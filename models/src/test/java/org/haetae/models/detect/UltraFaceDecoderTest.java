package org.haetae.models.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.List;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.Seeds;
import org.junit.jupiter.api.Test;

class UltraFaceDecoderTest {
  /** By the grids' sizes, and not by going through them. */
  private static int anchorCount(int width, int height) {
    int[] strides = {8, 16, 32, 64};
    int[] each = {3, 2, 2, 3};
    int count = 0;
    for (int grid = 0; grid < strides.length; grid++) {
      int stride = strides[grid];
      count += ((width + stride - 1) / stride) * ((height + stride - 1) / stride) * each[grid];
    }
    return count;
  }

  @Test
  void theReferencesInputHasAsManyAnchorsAsItsNetworkAnswers() {
    int[] shown = {0};
    UltraFaceAnchors.each(320, 240, (index, x, y, side) -> shown[0]++);
    assertEquals(4420, shown[0]);
    assertEquals(4420, anchorCount(320, 240));
  }

  @Test
  void anAnswerOfNothingButZerosIsTheAnchorItself() {
    int width = 64;
    int height = 32;
    int anchors = anchorCount(width, height);
    FloatBuffer scores = FloatBuffer.allocate(2 * anchors);
    // The second grid's first anchor, behind three for each of 8 × 4 cells of 8 pixels.
    scores.put(2 * (3 * 8 * 4) + 1, 0.9f);
    List<Proposal> found =
        UltraFaceDecoder.decode(scores, FloatBuffer.allocate(4 * anchors), width, height, 0.3f);
    assertEquals(List.of(new Proposal(new FaceBox(-8, -8, 32, 32), 0.9f)), found);
  }

  @Test
  void offsetsMoveAndStretchTheAnchor() {
    int anchors = anchorCount(64, 64);
    FloatBuffer scores = FloatBuffer.allocate(2 * anchors);
    FloatBuffer locations = FloatBuffer.allocate(4 * anchors);
    scores.put(1, 0.5f);
    locations.put(0, 2f).put(1, -1f).put(2, 5f).put(3, 0f);
    FaceBox box = UltraFaceDecoder.decode(scores, locations, 64, 64, 0.3f).getFirst().box();
    // The first anchor: 10 pixels around (4, 4).
    assertEquals(4 + 2 * 0.1f * 10, box.centreX(), 1e-4);
    assertEquals(4 - 1 * 0.1f * 10, box.centreY(), 1e-4);
    assertEquals(10 * Math.exp(1), box.width(), 1e-4);
    assertEquals(10, box.height(), 1e-4);
  }

  @Test
  void everyAnchorIsShownOnceInsideItsInput() {
    Seeds.each(
        100,
        random -> {
          int width = 8 * (1 + random.nextInt(80));
          int height = 8 * (1 + random.nextInt(60));
          int[] next = {0};
          UltraFaceAnchors.each(
              width,
              height,
              (index, x, y, side) -> {
                assertEquals(next[0]++, index);
                assertTrue(x < width + 32 && y < height + 32, x + "," + y);
              });
          assertEquals(anchorCount(width, height), next[0]);
        });
  }
}
