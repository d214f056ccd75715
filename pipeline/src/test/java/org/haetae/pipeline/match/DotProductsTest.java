package org.haetae.pipeline.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class DotProductsTest {
  @Test
  void agreesWithAPlainLoopForEveryLength() {
    long seed = 11;
    Random random = new Random(seed);
    for (int dimension : new int[] {1, 3, 7, 16, 63, 64, 65, 128, 511, 512, 513}) {
      float[] rows = random(random, dimension * 9);
      float[] probe = random(random, dimension);
      int best = 0;
      double highest = Double.NEGATIVE_INFINITY;
      for (int row = 0; row < 9; row++) {
        double plain = 0;
        for (int i = 0; i < dimension; i++) {
          plain += (double) rows[row * dimension + i] * probe[i];
        }
        assertEquals(
            plain,
            DotProducts.dot(rows, row * dimension, probe),
            1e-4,
            "seed " + seed + ", dimension " + dimension);
        if (plain > highest) {
          highest = plain;
          best = row;
        }
      }
      assertEquals(best, DotProducts.best(rows, dimension, 9, probe).row(), "seed " + seed);
    }
  }

  /** Interpreted at first and compiled at last, the sum must not change by a bit. */
  @Test
  void addsInOneOrderWhetherCompiledOrNot() {
    long seed = 12;
    Random random = new Random(seed);
    float[] row = random(random, 512);
    float[] probe = random(random, 512);
    float expected = inOrder(row, probe);
    for (int i = 0; i < 30_000; i++) {
      assertEquals(expected, DotProducts.dot(row, 0, probe), 0f, "call " + i + ", seed " + seed);
    }
  }

  /** Four accumulators of so many lanes as the machine has, their sum four lanes side by side. */
  private static float inOrder(float[] row, float[] probe) {
    int lanes = FloatVector.SPECIES_PREFERRED.length();
    float[] sums = new float[4 * lanes];
    for (int i = 0; i < row.length; i++) {
      sums[i % sums.length] = Math.fma(row[i], probe[i], sums[i % sums.length]);
    }
    float[] each = new float[lanes];
    for (int i = 0; i < lanes; i++) {
      each[i] = (sums[i] + sums[lanes + i]) + (sums[2 * lanes + i] + sums[3 * lanes + i]);
    }
    float[] quarter = new float[4];
    for (int i = 0; i < 4; i++) {
      quarter[i] = each[i];
      if (lanes >= 8) {
        quarter[i] += each[4 + i];
      }
      if (lanes >= 16) {
        quarter[i] += each[8 + i] + each[12 + i];
      }
    }
    return (quarter[0] + quarter[1]) + (quarter[2] + quarter[3]);
  }

  private static float[] random(Random random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
