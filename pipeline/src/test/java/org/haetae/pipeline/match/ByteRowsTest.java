package org.haetae.pipeline.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The quick pass is held against the plain one, bit for bit, on rows that are made to mislead. */
class ByteRowsTest {
  private static final int DIMENSION = 512;

  @Test
  void agreesWithThePlainPassToTheBit() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int count = 1 + random.nextInt(60);
      float[] rows = rows(random, count);
      ByteRows quick = new ByteRows(rows, DIMENSION, count);
      for (int i = 0; i < 5; i++) {
        float[] probe = probe(random, rows, count);
        assertEquals(
            DotProducts.best(rows, DIMENSION, count, probe),
            quick.best(probe),
            "seed " + seed + ", round " + round);
      }
    }
  }

  @Test
  void agreesWhereSomethingIsNoNumber() {
    Random random = new Random(7);
    float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE};
    for (float value : odd) {
      float[] rows = rows(random, 8);
      float[] probe = vector(random, 1);
      rows[3 * DIMENSION + 5] = value;
      assertAgrees(rows, probe);
      probe[9] = value;
      assertAgrees(rows, probe);
    }
  }

  @Test
  void looksAtFewRowsOfMany() {
    long seed = 5;
    Random random = new Random(seed);
    int count = 2_000;
    float[] rows = new float[count * DIMENSION];
    for (int row = 0; row < count; row++) {
      System.arraycopy(vector(random, 1), 0, rows, row * DIMENSION, DIMENSION);
    }
    ByteRows quick = new ByteRows(rows, DIMENSION, count);
    quick.best(vector(random, 1));
    assertTrue(quick.looked() < 100, quick.looked() + " looked at, seed " + seed);
  }

  @Test
  void refusesADimensionThatFillsNoVector() {
    assertThrows(IllegalArgumentException.class, () -> new ByteRows(new float[5], 5, 1));
  }

  private static void assertAgrees(float[] rows, float[] probe) {
    int count = rows.length / DIMENSION;
    assertEquals(
        DotProducts.best(rows, DIMENSION, count, probe),
        new ByteRows(rows, DIMENSION, count).best(probe));
  }

  /** Directions, near twins of the row before, the very row before, one-sided rows, nothing. */
  private static float[] rows(Random random, int count) {
    float[] rows = new float[count * DIMENSION];
    float scale = random.nextInt(4) == 0 ? (float) Math.exp(40 * random.nextGaussian() / 3) : 1;
    for (int row = 0; row < count; row++) {
      int at = row * DIMENSION;
      int kind = row == 0 ? 0 : random.nextInt(6);
      float[] next = vector(random, scale);
      for (int i = 0; i < DIMENSION; i++) {
        rows[at + i] =
            switch (kind) {
              case 1, 2 -> rows[at - DIMENSION + i] + (kind == 1 ? 1e-3f : 1e-7f) * next[i];
              case 3 -> rows[at - DIMENSION + i];
              case 4 -> i == row % DIMENSION ? scale : 0;
              case 5 -> random.nextInt(20) == 0 ? 0 : Math.abs(next[i]);
              default -> next[i];
            };
      }
    }
    return rows;
  }

  /** Mostly near a row, so that the winner is close to its twins. */
  private static float[] probe(Random random, float[] rows, int count) {
    float[] probe = vector(random, 1);
    int near = random.nextInt(count);
    float share = random.nextInt(3) * 1e-3f;
    for (int i = 0; i < DIMENSION && near > 0; i++) {
      probe[i] = rows[near * DIMENSION + i] + share * probe[i];
    }
    return random.nextInt(20) == 0 ? new float[DIMENSION] : probe;
  }

  private static float[] vector(Random random, float scale) {
    float[] vector = new float[DIMENSION];
    float spread = scale / (float) Math.sqrt(DIMENSION);
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = spread * (float) random.nextGaussian();
    }
    return vector;
  }
}
