package org.haetae.domain.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class EmbeddingMeanTest {
  private static final Embedding RIGHT = Embedding.normalised(new float[] {1, 0});
  private static final Embedding UP = Embedding.normalised(new float[] {0, 1});

  @Test
  void weightsPull() {
    EmbeddingMean mean = new EmbeddingMean();
    mean.add(RIGHT, 3);
    mean.add(UP, 4);
    assertEquals(0.6, mean.mean().cosine(RIGHT), 1e-6);
    assertEquals(0.8, mean.mean().cosine(UP), 1e-6);
  }

  @Test
  void nothingHasNoMean() {
    assertThrows(IllegalArgumentException.class, new EmbeddingMean()::mean);
  }

  @Test
  void dimensionsDoNotMix() {
    EmbeddingMean mean = new EmbeddingMean();
    mean.add(RIGHT, 1);
    assertThrows(
        IllegalArgumentException.class,
        () -> mean.add(Embedding.normalised(new float[] {1, 0, 0}), 1));
  }
}
