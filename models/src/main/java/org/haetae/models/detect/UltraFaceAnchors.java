package org.haetae.models.detect;

/**
 * The boxes that UltraFace's answers are relative to: in every cell of four grids two or three
 * squares around the cell's centre. Sizes from its reference code (Linzaer,
 * Ultra-Light-Fast-Generic-Face-Detector, "slim" and "RFB" at any input size).
 */
final class UltraFaceAnchors {
  private static final int[] STRIDES = {8, 16, 32, 64};
  private static final int[][] SIDES = {{10, 16, 24}, {32, 48}, {64, 96}, {128, 192, 256}};

  private UltraFaceAnchors() {}

  /** Receives anchors in the network's order. */
  @FunctionalInterface
  interface Visitor {
    /**
     * @param index position among the network's answers
     * @param x centre, in pixels of the input
     * @param side of the square, in pixels of the input
     */
    void visit(int index, float x, float y, float side);
  }

  /** Shows every anchor of an input of that size. */
  static void each(int width, int height, Visitor visitor) {
    int index = 0;
    for (int grid = 0; grid < STRIDES.length; grid++) {
      int stride = STRIDES[grid];
      for (int row = 0; row * stride < height; row++) {
        for (int column = 0; column * stride < width; column++) {
          for (int side : SIDES[grid]) {
            visitor.visit(index++, (column + 0.5f) * stride, (row + 0.5f) * stride, side);
          }
        }
      }
    }
  }
}
