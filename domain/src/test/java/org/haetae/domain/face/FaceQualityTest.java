package org.haetae.domain.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.haetae.domain.Seeds;
import org.junit.jupiter.api.Test;

class FaceQualityTest {
  private static FaceQuality of(float[] c) {
    return new FaceQuality(c[0], c[1], c[2], c[3], c[4], c[5]);
  }

  private static float[] any(Random random) {
    float[] components = new float[6];
    for (int i = 0; i < 6; i++) {
      components[i] = random.nextFloat();
    }
    return components;
  }

  @Test
  void allPerfectIsPerfectAndAllAlikeIsAsEach() {
    assertEquals(1, of(new float[] {1, 1, 1, 1, 1, 1}).unified(), 1e-6);
    assertEquals(0.3f, of(new float[] {.3f, .3f, .3f, .3f, .3f, .3f}).unified(), 1e-6);
  }

  @Test
  void oneUselessComponentMakesAllUseless() {
    for (int i = 0; i < 6; i++) {
      float[] components = {1, 1, 1, 1, 1, 1};
      components[i] = 0;
      assertEquals(0, of(components).unified());
    }
  }

  @Test
  void aBetterComponentNeverMakesItWorse() {
    Seeds.each(
        3_000,
        random -> {
          float[] components = any(random);
          float before = of(components).unified();
          int which = random.nextInt(6);
          components[which] += random.nextFloat() * (1 - components[which]);
          assertTrue(of(components).unified() >= before);
        });
  }

  @Test
  void itLiesBetweenTheWorstAndTheBestComponent() {
    Seeds.each(
        3_000,
        random -> {
          float[] components = any(random);
          float worst = 1;
          float best = 0;
          for (float c : components) {
            worst = Math.min(worst, c);
            best = Math.max(best, c);
          }
          float unified = of(components).unified();
          assertTrue(unified >= worst - 1e-6 && unified <= best + 1e-6);
        });
  }
}
