package org.haetae.models.detect;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.Landmarks;

/**
 * Reads faces from CenterFace's four maps. Formulas from Y. Xu et al., "CenterFace: Joint Face
 * Detection and Alignment Using Face as Point" (2019), and its reference code: at the cell (row r,
 * column c) the box has the size exp(scale) · 4 and the centre (c + offset + ½) · 4; landmarks are
 * fractions of the box from its upper left corner; in each pair of maps the vertical comes first.
 */
final class CenterFaceDecoder {
  /** Input pixels for one cell of the maps. */
  static final int STRIDE = 4;

  private CenterFaceDecoder() {}

  /**
   * Every cell above {@code threshold}, in pixels of the network's input, before suppression.
   *
   * @param heatmap rows × columns confidences, 0 to 1
   * @param scale 2 × rows × columns
   * @param offset 2 × rows × columns
   * @param landmarks 10 × rows × columns
   */
  static List<DetectedFace> decode(
      FloatBuffer heatmap,
      FloatBuffer scale,
      FloatBuffer offset,
      FloatBuffer landmarks,
      int rows,
      int columns,
      float threshold) {
    List<DetectedFace> faces = new ArrayList<>();
    int cells = rows * columns;
    for (int cell = 0; cell < cells; cell++) {
      float score = heatmap.get(cell);
      if (score > threshold) {
        float height = (float) Math.exp(scale.get(cell)) * STRIDE;
        float width = (float) Math.exp(scale.get(cells + cell)) * STRIDE;
        int column = cell % columns;
        int row = cell / columns;
        float x = (column + offset.get(cells + cell) + 0.5f) * STRIDE - width / 2;
        float y = (row + offset.get(cell) + 0.5f) * STRIDE - height / 2;
        FaceBox box = new FaceBox(x, y, width, height);
        faces.add(new DetectedFace(box, points(landmarks, cells, cell, box), score));
      }
    }
    return faces;
  }

  private static Landmarks points(FloatBuffer maps, int cells, int cell, FaceBox box) {
    return new Landmarks(
        x(maps, cells, cell, box, 0),
        y(maps, cells, cell, box, 0),
        x(maps, cells, cell, box, 1),
        y(maps, cells, cell, box, 1),
        x(maps, cells, cell, box, 2),
        y(maps, cells, cell, box, 2),
        x(maps, cells, cell, box, 3),
        y(maps, cells, cell, box, 3),
        x(maps, cells, cell, box, 4),
        y(maps, cells, cell, box, 4));
  }

  private static float x(FloatBuffer maps, int cells, int cell, FaceBox box, int point) {
    return maps.get((2 * point + 1) * cells + cell) * box.width() + box.x();
  }

  private static float y(FloatBuffer maps, int cells, int cell, FaceBox box, int point) {
    return maps.get(2 * point * cells + cell) * box.height() + box.y();
  }
}
