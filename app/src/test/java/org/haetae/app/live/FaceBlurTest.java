package org.haetae.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.picture.PlanarRgb;
import org.junit.jupiter.api.Test;

class FaceBlurTest {
  private static final long SEED = 3;

  @Test
  void aHandfulOfColoursIsLeftOfAFace() {
    try (PlanarRgb picture = noise()) {
      FaceBlur.apply(picture, new FaceBox(50, 40, 60, 80));
      Set<Integer> left = new HashSet<>();
      for (int y = 40; y < 120; y++) {
        for (int x = 50; x < 110; x++) {
          left.add(picture.sample(0, x, y));
        }
      }
      assertTrue(left.size() <= 25, left.size() + " colours are left, seed " + SEED);
    }
  }

  @Test
  void theRestOfThePictureStays() {
    try (PlanarRgb picture = noise();
        PlanarRgb before = noise()) {
      FaceBlur.apply(picture, new FaceBox(80, 80, 20, 20));
      assertEquals(before.sample(1, 10, 10), picture.sample(1, 10, 10));
      assertEquals(before.sample(2, 180, 150), picture.sample(2, 180, 150));
    }
  }

  @Test
  void aFaceAtOrBeyondTheEdgeIsNoError() {
    try (PlanarRgb picture = noise()) {
      FaceBlur.apply(picture, new FaceBox(-30, -30, 60, 60));
      FaceBlur.apply(picture, new FaceBox(180, 140, 90, 90));
      FaceBlur.apply(picture, new FaceBox(500, 500, 10, 10));
      FaceBlur.apply(picture, new FaceBox(-500, -500, 10, 10));
    }
  }

  private static PlanarRgb noise() {
    Random random = new Random(SEED);
    PlanarRgb picture = new PlanarRgb(200, 160);
    for (int channel = 0; channel < 3; channel++) {
      for (int y = 0; y < 160; y++) {
        for (int x = 0; x < 200; x++) {
          picture.set(channel, x, y, random.nextInt(256));
        }
      }
    }
    return picture;
  }
}
