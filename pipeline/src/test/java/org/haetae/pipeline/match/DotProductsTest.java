package org.haetae.pipeline.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
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

  private static float[] random(Random random, int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
