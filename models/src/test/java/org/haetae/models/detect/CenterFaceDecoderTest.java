package org.haetae.models.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.List;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.Landmarks;
import org.junit.jupiter.api.Test;

class CenterFaceDecoderTest {
  private static final int ROWS = 2;
  private static final int COLUMNS = 3;
  private static final int CELLS = ROWS * COLUMNS;

  private final float[] heat = new float[CELLS];
  private final float[] scale = new float[2 * CELLS];
  private final float[] offset = new float[2 * CELLS];
  private final float[] landmarks = new float[10 * CELLS];

  private List<DetectedFace> decode(float threshold) {
    return CenterFaceDecoder.decode(
        FloatBuffer.wrap(heat),
        FloatBuffer.wrap(scale),
        FloatBuffer.wrap(offset),
        FloatBuffer.wrap(landmarks),
        ROWS,
        COLUMNS,
        threshold);
  }

  @Test
  void oneCellGivesItsBoxAndItsPoints() {
    int cell = COLUMNS + 2;
    heat[cell] = 0.9f;
    // The vertical comes first in every pair of maps.
    scale[cell] = (float) Math.log(5);
    scale[CELLS + cell] = (float) Math.log(3);
    offset[cell] = 0.25f;
    offset[CELLS + cell] = -0.25f;
    for (int point = 0; point < 5; point++) {
      landmarks[2 * point * CELLS + cell] = 0.1f * (point + 1);
      landmarks[(2 * point + 1) * CELLS + cell] = 0.2f * (point + 1);
    }
    DetectedFace face = decode(0.5f).getFirst();
    assertEquals(0.9f, face.score());
    FaceBox box = face.box();
    assertEquals(12, box.width(), 1e-4);
    assertEquals(20, box.height(), 1e-4);
    assertEquals((2 - 0.25f + 0.5f) * 4, box.centreX(), 1e-4);
    assertEquals((1 + 0.25f + 0.5f) * 4, box.centreY(), 1e-4);
    Landmarks points = face.landmarks();
    assertEquals(box.x() + 0.2f * 12, points.leftEyeX(), 1e-4);
    assertEquals(box.y() + 0.1f * 20, points.leftEyeY(), 1e-4);
    assertEquals(box.x() + 0.4f * 12, points.rightEyeX(), 1e-4);
    assertEquals(box.y() + 0.2f * 20, points.rightEyeY(), 1e-4);
    assertEquals(box.x() + 0.6f * 12, points.noseX(), 1e-4);
    assertEquals(box.y() + 0.3f * 20, points.noseY(), 1e-4);
    assertEquals(box.x() + 0.8f * 12, points.leftMouthX(), 1e-4);
    assertEquals(box.y() + 0.4f * 20, points.leftMouthY(), 1e-4);
    assertEquals(box.x() + 1.0f * 12, points.rightMouthX(), 1e-4);
    assertEquals(box.y() + 0.5f * 20, points.rightMouthY(), 1e-4);
  }

  @Test
  void onlyCellsAboveTheThresholdCount() {
    heat[0] = 0.5f;
    heat[1] = 0.51f;
    heat[4] = 1f;
    assertEquals(List.of(0.51f, 1f), decode(0.5f).stream().map(DetectedFace::score).toList());
    assertTrue(decode(1f).isEmpty());
  }
}
