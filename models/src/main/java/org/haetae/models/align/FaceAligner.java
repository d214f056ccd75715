package org.haetae.models.align;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.haetae.domain.face.Landmarks;
import org.haetae.models.picture.PlanarRgb;

/**
 * Warps a crop to the embedder's frame by bilinear interpolation; what lies outside the crop is
 * black. Keeps no state.
 */
public final class FaceAligner {
  private FaceAligner() {}

  /**
   * @param landmarks in pixels of {@code crop}, whose face should be at most twice as large as the
   *     frame's, since nothing is averaged
   */
  public static void align(PlanarRgb crop, Landmarks landmarks, AlignedFace target) {
    SimilarityTransform back = SimilarityTransform.toTemplate(landmarks).inverse();
    for (int channel = 0; channel < 3; channel++) {
      warp(crop.plane(channel), crop.width(), crop.height(), back, target.plane(channel));
    }
  }

  private static void warp(
      MemorySegment source, int width, int height, SimilarityTransform back, float[] target) {
    float a = (float) back.a();
    float b = (float) back.b();
    for (int row = 0; row < AlignedFace.SIDE; row++) {
      float x0 = (float) back.x(0, row);
      float y0 = (float) back.y(0, row);
      int out = row * AlignedFace.SIDE;
      for (int column = 0; column < AlignedFace.SIDE; column++) {
        target[out + column] = bilinear(source, width, height, x0 + a * column, y0 + b * column);
      }
    }
  }

  private static float bilinear(MemorySegment source, int width, int height, float x, float y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float fx = x - left;
    float fy = y - top;
    if (left >= 0 && top >= 0 && left < width - 1 && top < height - 1) {
      long at = (long) top * width + left;
      float upper = mix(unsigned(source, at), unsigned(source, at + 1), fx);
      float lower = mix(unsigned(source, at + width), unsigned(source, at + width + 1), fx);
      return mix(upper, lower, fy);
    }
    float upper =
        mix(
            inside(source, width, height, left, top),
            inside(source, width, height, left + 1, top),
            fx);
    float lower =
        mix(
            inside(source, width, height, left, top + 1),
            inside(source, width, height, left + 1, top + 1),
            fx);
    return mix(upper, lower, fy);
  }

  private static float mix(float from, float to, float share) {
    return from + (to - from) * share;
  }

  private static float unsigned(MemorySegment source, long at) {
    return source.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
  }

  private static float inside(MemorySegment source, int width, int height, int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : unsigned(source, (long) y * width + x);
  }
}
