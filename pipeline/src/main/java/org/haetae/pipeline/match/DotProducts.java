package org.haetae.pipeline.match;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Dot products of one probe with many rows, by SIMD. Four accumulators hide the latency of the
 * fused multiply-add; the order of summation is fixed, so that the same input gives the same score.
 */
public final class DotProducts {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private DotProducts() {}

  /**
   * The row with the largest dot product.
   *
   * @param dot its value
   */
  public record Best(int row, float dot) {}

  /**
   * Looks through all rows; the first wins among equals.
   *
   * @param rows row-major, {@code count} × {@code dimension}
   * @param count at least 1
   */
  public static Best best(float[] rows, int dimension, int count, float[] probe) {
    int bestRow = 0;
    float best = Float.NEGATIVE_INFINITY;
    for (int row = 0; row < count; row++) {
      float dot = dot(rows, row * dimension, probe);
      if (dot > best) {
        best = dot;
        bestRow = row;
      }
    }
    return new Best(bestRow, best);
  }

  /** The dot product of {@code probe} with the row that begins at {@code offset}. */
  public static float dot(float[] rows, int offset, float[] probe) {
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = FloatVector.zero(SPECIES);
    FloatVector c = FloatVector.zero(SPECIES);
    FloatVector d = FloatVector.zero(SPECIES);
    int i = 0;
    int bound = probe.length - 4 * LANES;
    for (; i <= bound; i += 4 * LANES) {
      a = load(rows, offset + i).fma(load(probe, i), a);
      b = load(rows, offset + i + LANES).fma(load(probe, i + LANES), b);
      c = load(rows, offset + i + 2 * LANES).fma(load(probe, i + 2 * LANES), c);
      d = load(rows, offset + i + 3 * LANES).fma(load(probe, i + 3 * LANES), d);
    }
    float sum = a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
    for (; i < probe.length; i++) {
      sum += rows[offset + i] * probe[i];
    }
    return sum;
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }
}
