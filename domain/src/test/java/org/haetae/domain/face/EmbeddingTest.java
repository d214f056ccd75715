package org.haetae.domain.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.haetae.domain.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingTest {
  private static float[] vector(Random random, int dimension) {
    float scale = (float) Math.pow(10, random.nextDouble(-15, 15));
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian() * scale;
    }
    return vector;
  }

  private static float[] components(Embedding embedding) {
    float[] components = new float[embedding.dimension()];
    embedding.copyTo(components, 0);
    return components;
  }

  @Test
  void itsLengthIsOne() {
    Seeds.each(
        500,
        random -> {
          double squares = 0;
          for (float v : components(Embedding.normalised(vector(random, 512)))) {
            squares += (double) v * v;
          }
          assertEquals(1, squares, 1e-5);
        });
  }

  @Test
  void theLengthOfWhatItWasMadeFromDoesNotMatter() {
    Embedding small = Embedding.normalised(new float[] {3e-20f, 4e-20f});
    Embedding large = Embedding.normalised(new float[] {3e18f, 4e18f});
    assertArrayEquals(new float[] {0.6f, 0.8f}, components(small), 1e-6f);
    assertArrayEquals(new float[] {0.6f, 0.8f}, components(large), 1e-6f);
  }

  @Test
  void cosineIsSymmetricAndWithinItsRange() {
    Seeds.each(
        500,
        random -> {
          Embedding a = Embedding.normalised(vector(random, 512));
          Embedding b = Embedding.normalised(vector(random, 512));
          assertEquals(a.cosine(b), b.cosine(a));
          assertTrue(Math.abs(a.cosine(b)) <= 1 + 1e-5);
          assertEquals(1, a.cosine(a), 1e-5);
        });
  }

  @Test
  void oppositesGiveMinusOneAndRightAnglesZero() {
    Embedding east = Embedding.normalised(new float[] {2, 0});
    assertEquals(-1, east.cosine(Embedding.normalised(new float[] {-7, 0})));
    assertEquals(0, east.cosine(Embedding.normalised(new float[] {0, 3})));
  }

  @Test
  void nothingToPointWithIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Embedding.normalised(new float[0]));
    assertThrows(IllegalArgumentException.class, () -> Embedding.normalised(new float[512]));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsRefused(float bad) {
    assertThrows(
        IllegalArgumentException.class, () -> Embedding.normalised(new float[] {1, bad, 1}));
  }

  @Test
  void differentDimensionsAreNotCompared() {
    Embedding two = Embedding.normalised(new float[] {1, 1});
    Embedding three = Embedding.normalised(new float[] {1, 1, 1});
    assertThrows(IllegalArgumentException.class, () -> two.cosine(three));
  }

  @Test
  void whatItWasMadeFromMayChangeWithoutChangingIt() {
    float[] vector = {0, 5};
    Embedding embedding = Embedding.normalised(vector);
    vector[0] = 9;
    components(embedding)[1] = 9;
    assertArrayEquals(new float[] {0, 1}, components(embedding));
  }

  @Test
  void itsTextShowsOnlyItsDimension() {
    assertEquals(
        "Embedding[3]", Embedding.normalised(new float[] {0.5f, 0.25f, 0.125f}).toString());
  }

  @Test
  void itIsCopiedToWhereItIsAskedFor() {
    float[] target = new float[4];
    Embedding.normalised(new float[] {0, -2}).copyTo(target, 2);
    assertArrayEquals(new float[] {0, 0, 0, -1}, target);
  }
}
