package org.haetae.pipeline.match;

import java.util.concurrent.atomic.LongAdder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.haetae.pipeline.match.DotProducts.Best;

/**
 * A first look at every row by a quarter of its bytes, and {@link DotProducts#dot} only for rows
 * that may still win: the answer is that of {@link DotProducts#best}, to the bit. Safe for many
 * threads.
 *
 * <p>A row x is kept as x = s·q + e with whole q, and a probe as p = t·r + f. Then x·p = s·t·(q·r)
 * + e·p + s·q·f, where q·r is exact and, by Cauchy and Schwarz, the two other parts are at most
 * |e||p| + |s·q||f|. What {@link DotProducts#dot} says differs from x·p by at most γ|x||p| (N.
 * Higham, "Accuracy and Stability of Numerical Algorithms", section 3.1). A row whose sum of all
 * that lies below the best dot product so far can't be the nearest.
 */
public final class ByteRows {
  /** Largest magnitude of a whole: four products of two such values still fit a short. */
  private static final int LARGEST = 90;

  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(SHORTS.vectorBitSize() / 2));
  private static final int LANES = SHORTS.length();
  private static final int STEP = 4 * LANES;

  private final float[] rows;
  private final int dimension;
  private final int count;
  private final byte[] wholes;
  private final float[] scales;

  /** Upper bounds of |e| and of |s·q|, row by row. */
  private final float[] rests;

  private final float[] norms;
  private final LongAdder looked = new LongAdder();

  /**
   * @param rows row-major, {@code count} × {@code dimension}; stay the caller's, and unchanged
   * @param dimension as {@link #takes} allows
   */
  public ByteRows(float[] rows, int dimension, int count) {
    if (!takes(dimension)) {
      throw new IllegalArgumentException(
          "the dimension must be a multiple of %d, but is %d".formatted(STEP, dimension));
    }
    this.rows = rows;
    this.dimension = dimension;
    this.count = count;
    wholes = new byte[Math.multiplyExact(count, dimension)];
    scales = new float[count];
    rests = new float[count];
    norms = new float[count];
    for (int row = 0; row < count; row++) {
      int offset = row * dimension;
      Wholes parts = Wholes.of(rows, offset, dimension, wholes, offset);
      scales[row] = parts.scale;
      rests[row] = Math.nextUp((float) parts.rest);
      norms[row] = Math.nextUp((float) parts.norm);
    }
  }

  /** Whether rows of that dimension can be kept; on every machine 512 can. */
  public static boolean takes(int dimension) {
    return dimension % STEP == 0;
  }

  /** How many rows had to be looked at exactly since the beginning. */
  public long looked() {
    return looked.sum();
  }

  /** What {@link DotProducts#best} says of the same rows. */
  public Best best(float[] probe) {
    byte[] small = new byte[dimension];
    Wholes parts = Wholes.of(probe, 0, dimension, small, 0);
    short[] whole = new short[dimension];
    for (int i = 0; i < dimension; i++) {
      whole[i] = small[i];
    }
    double norm = parts.norm + parts.rest;
    // Twice what the plain pass may err: the rest covers this arithmetic, which is in doubles.
    double rounding = 2 * (dimension + 8) * 0x1p-24 * norm;
    int bestRow = 0;
    float best = Float.NEGATIVE_INFINITY;
    int exact = 0;
    for (int row = 0; row < count; row++) {
      double most =
          (double) scales[row] * parts.scale * dot(row * dimension, whole)
              + rests[row] * (norm + rounding)
              + norms[row] * (parts.rest + rounding);
      // So that what isn't a number is looked at, as the plain pass does.
      if (!(most < best)) {
        exact++;
        float dot = DotProducts.dot(rows, row * dimension, probe);
        if (dot > best) {
          best = dot;
          bestRow = row;
        }
      }
    }
    looked.add(exact);
    return new Best(bestRow, best);
  }

  private int dot(int offset, short[] probe) {
    IntVector even = IntVector.zero(INTS);
    IntVector odd = IntVector.zero(INTS);
    for (int i = 0; i < dimension; i += STEP) {
      ShortVector one = product(offset, probe, i).add(product(offset, probe, i + LANES));
      ShortVector two =
          product(offset, probe, i + 2 * LANES).add(product(offset, probe, i + 3 * LANES));
      IntVector pairs = one.add(two).reinterpretAsInts();
      even = even.add(pairs.lanewise(VectorOperators.LSHL, 16).lanewise(VectorOperators.ASHR, 16));
      odd = odd.add(pairs.lanewise(VectorOperators.ASHR, 16));
    }
    return even.add(odd).reduceLanes(VectorOperators.ADD);
  }

  private ShortVector product(int offset, short[] probe, int at) {
    ByteVector row = ByteVector.fromArray(BYTES, wholes, offset + at);
    ShortVector wide = (ShortVector) row.convertShape(VectorOperators.B2S, SHORTS, 0);
    return wide.mul(ShortVector.fromArray(SHORTS, probe, at));
  }

  /**
   * What becomes of one vector.
   *
   * @param scale s or t
   * @param rest |e| or |f|
   * @param norm |s·q| or |t·r|
   */
  private record Wholes(float scale, double rest, double norm) {
    /** Writes q or r to {@code target}; how it is rounded is in |e|, so any way will do. */
    static Wholes of(float[] vector, int offset, int dimension, byte[] target, int at) {
      float most = 0;
      for (int i = 0; i < dimension; i++) {
        most = Math.max(most, Math.abs(vector[offset + i]));
      }
      float scale = most / LARGEST;
      float inverse = LARGEST / most;
      for (int i = 0; i < dimension; i++) {
        float value = vector[offset + i] * inverse;
        int whole = (int) (value + Math.copySign(0.5f, value));
        target[at + i] = (byte) Math.max(-LARGEST, Math.min(LARGEST, whole));
      }
      double rest = 0;
      double norm = 0;
      for (int i = 0; i < dimension; i++) {
        double kept = (double) target[at + i] * scale;
        double left = vector[offset + i] - kept;
        rest += left * left;
        norm += kept * kept;
      }
      return new Wholes(scale, Math.sqrt(rest), Math.sqrt(norm));
    }
  }
}
