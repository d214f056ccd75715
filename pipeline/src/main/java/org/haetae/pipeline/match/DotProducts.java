package org.haetae.pipeline.match;

import jdk.incubator.vector.FloatVector;
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
    float sum = sum(a.add(b).add(c.add(d)));
    for (; i < probe.length; i++) {
      sum += rows[offset + i] * probe[i];
    }
    return sum;
  }

  /**
   * All lanes of at most sixteen, four side by side. {@code reduceLanes} leaves the order open: the
   * interpreter's sum and the compiler's differ in the last bit, so that a score would change when
   * a method gets hot.
   */
  private static float sum(FloatVector lanes) {
    FloatVector quarter = part(lanes, 0);
    if (LANES >= 8) {
      quarter = quarter.add(part(lanes, 1));
    }
    if (LANES >= 16) {
      quarter = quarter.add(part(lanes, 2).add(part(lanes, 3)));
    }
    return (quarter.lane(0) + quarter.lane(1)) + (quarter.lane(2) + quarter.lane(3));
  }

  private static FloatVector part(FloatVector lanes, int part) {
    return lanes.reinterpretShape(FloatVector.SPECIES_128, part).reinterpretAsFloats();
  }

  private static FloatVector load(float[] array, int at) {
    return FloatVector.fromArray(SPECIES, array, at);
  }
}
