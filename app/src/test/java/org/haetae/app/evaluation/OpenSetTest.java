package org.haetae.app.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.haetae.domain.face.Embedding;
import org.junit.jupiter.api.Test;

class OpenSetTest {
  private static final Sample KIM_1 = sample("kim", "1.jpg", 1, 0, 0);
  private static final Sample KIM_2 = sample("kim", "2.jpg", 0.8f, 0.6f, 0);
  private static final Sample LEE_1 = sample("lee", "1.jpg", 0, 0, 1);

  @Test
  void anotherVersionOfAPhotographIsNotComparedWithItself() {
    Sample spoilt = sample("kim", "1.jpg", 0.6f, 0, 0.8f);
    OpenSet.Scores scores = OpenSet.search(List.of(KIM_1, KIM_2, LEE_1), List.of(spoilt));
    assertEquals(List.of(-1.0), scores.mated());
    assertEquals(0.8, scores.nonMated().getFirst(), 1e-6);
    assertEquals(
        0.48, OpenSet.search(List.of(KIM_1, KIM_2), List.of(spoilt)).mated().getFirst(), 1e-6);
  }

  @Test
  void whoeverHasOnePhotographIsNotSearchedForWithIt() {
    OpenSet.Scores scores = OpenSet.search(List.of(KIM_1, KIM_2, LEE_1));
    assertEquals(2, scores.mated().size());
    assertEquals(3, scores.nonMated().size());
    assertEquals(0.8, scores.mated().getFirst(), 1e-6);
  }

  private static Sample sample(String identity, String file, float x, float y, float z) {
    return new Sample(identity, file, Embedding.normalised(new float[] {x, y, z}), 100);
  }
}
