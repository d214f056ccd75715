package org.haetae.models.align;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.haetae.domain.face.Landmarks;
import org.haetae.models.picture.PlanarRgb;

/**
 * Warps a crop to the embedder's frame by bilinear interpolation; what lies outside the crop is
 * black. The three colours of a pixel lie side by side meanwhile, so that one SIMD operation mixes
 * all of them. Keeps no state but the target's scratch.
 */
public final class FaceAligner {
  /** Red, green, blue and a fourth that nobody reads. */
  private static final VectorSpecies<Float> PIXEL = FloatVector.SPECIES_128;

  private static final int STEP = PIXEL.length();

  private FaceAligner() {}

  /**
   * @param landmarks in pixels of {@code crop}, whose face should be at most twice as large as the
   *     frame's, since nothing is averaged
   */
  public static void align(PlanarRgb crop, Landmarks landmarks, AlignedFace target) {
    SimilarityTransform back = SimilarityTransform.toTemplate(landmarks).inverse();
    int width = crop.width();
    int height = crop.height();
    float[] source = target.source(STEP * width * height);
    interleave(crop, source);
    float[] warped = target.warped();
    float a = (float) back.a();
    float b = (float) back.b();
    for (int row = 0; row < AlignedFace.SIDE; row++) {
      float x0 = (float) back.x(0, row);
      float y0 = (float) back.y(0, row);
      for (int column = 0; column < AlignedFace.SIDE; column++) {
        int out = STEP * (row * AlignedFace.SIDE + column);
        float x = x0 + a * column;
        float y = y0 + b * column;
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        if (left >= 0 && top >= 0 && left < width - 1 && top < height - 1) {
          int at = STEP * (top * width + left);
          FloatVector upper = mix(pixel(source, at), pixel(source, at + STEP), x - left);
          int below = at + STEP * width;
          FloatVector lower = mix(pixel(source, below), pixel(source, below + STEP), x - left);
          mix(upper, lower, y - top).intoArray(warped, out);
        } else {
          for (int channel = 0; channel < 3; channel++) {
            warped[out + channel] = atEdge(crop, channel, left, top, x - left, y - top);
          }
        }
      }
    }
    separate(warped, target);
  }

  private static void interleave(PlanarRgb crop, float[] source) {
    int count = crop.width() * crop.height();
    MemorySegment red = crop.plane(0);
    MemorySegment green = crop.plane(1);
    MemorySegment blue = crop.plane(2);
    for (int i = 0; i < count; i++) {
      source[STEP * i] = unsigned(red, i);
      source[STEP * i + 1] = unsigned(green, i);
      source[STEP * i + 2] = unsigned(blue, i);
    }
  }

  private static void separate(float[] warped, AlignedFace target) {
    float[] red = target.plane(0);
    float[] green = target.plane(1);
    float[] blue = target.plane(2);
    for (int i = 0; i < red.length; i++) {
      red[i] = warped[STEP * i];
      green[i] = warped[STEP * i + 1];
      blue[i] = warped[STEP * i + 2];
    }
  }

  private static FloatVector pixel(float[] pixels, int at) {
    return FloatVector.fromArray(PIXEL, pixels, at);
  }

  private static FloatVector mix(FloatVector from, FloatVector to, float share) {
    return from.add(to.sub(from).mul(share));
  }

  private static float atEdge(PlanarRgb crop, int channel, int left, int top, float fx, float fy) {
    float upper = mix(inside(crop, channel, left, top), inside(crop, channel, left + 1, top), fx);
    float lower =
        mix(inside(crop, channel, left, top + 1), inside(crop, channel, left + 1, top + 1), fx);
    return mix(upper, lower, fy);
  }

  private static float mix(float from, float to, float share) {
    return from + (to - from) * share;
  }

  private static float unsigned(MemorySegment source, long at) {
    return source.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
  }

  private static float inside(PlanarRgb crop, int channel, int x, int y) {
    return x < 0 || y < 0 || x >= crop.width() || y >= crop.height()
        ? 0
        : crop.sample(channel, x, y);
  }
}
