package org.haetae.domain.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.haetae.domain.Seeds;
import org.junit.jupiter.api.Test;

class FaceBoxTest {
  /** Floats of a few thousand pixels carry about this much. */
  private static final float ROUNDING = 2e-3f;

  private static FaceBox any(Random random) {
    return new FaceBox(
        random.nextFloat(-200, 2_000),
        random.nextFloat(-200, 2_000),
        random.nextFloat(4, 900),
        random.nextFloat(4, 900));
  }

  @Test
  void halfCoveredBoxesOverlapByAThird() {
    FaceBox left = new FaceBox(0, 0, 20, 10);
    assertEquals(1f / 3, left.overlap(left.moved(10, 0)), 1e-6);
    assertEquals(0.25f, left.overlap(new FaceBox(0, 0, 10, 5)), 1e-6);
  }

  @Test
  void boxesThatOnlyTouchDoNotOverlap() {
    FaceBox box = new FaceBox(10, 10, 20, 20);
    assertEquals(0, box.overlap(box.moved(20, 0)));
    assertEquals(0, box.overlap(box.moved(0, -20)));
    assertEquals(0, box.overlap(new FaceBox(15, 15, 0, 0)));
  }

  @Test
  void overlapIsSymmetric() {
    Seeds.each(
        5_000,
        random -> {
          FaceBox a = any(random);
          FaceBox b = any(random);
          assertEquals(a.overlap(b), b.overlap(a), 1e-6);
        });
  }

  @Test
  void overlapLiesBetweenNothingAndOne() {
    Seeds.each(
        5_000,
        random -> {
          FaceBox a = any(random);
          FaceBox near = a.moved(random.nextFloat(-4, 4), random.nextFloat(-4, 4));
          float overlap = a.overlap(random.nextBoolean() ? near : any(random));
          assertTrue(overlap >= 0 && overlap <= 1 + ROUNDING, "overlap " + overlap);
        });
  }

  @Test
  void aBoxCoversItselfWholly() {
    Seeds.each(
        5_000,
        random -> {
          FaceBox box = any(random);
          assertEquals(1, box.overlap(box), ROUNDING);
        });
  }

  @Test
  void growingKeepsTheCentre() {
    Seeds.each(
        2_000,
        random -> {
          FaceBox box = any(random);
          FaceBox grown = box.grown(random.nextFloat(0, 2));
          assertEquals(box.centreX(), grown.centreX(), 0.01);
          assertEquals(box.centreY(), grown.centreY(), 0.01);
          assertTrue(grown.area() >= box.area());
        });
    assertEquals(new FaceBox(0, 5, 40, 20), new FaceBox(10, 10, 20, 10).grown(0.5f));
  }

  @Test
  void scalingLeavesOverlapAsItIs() {
    Seeds.each(
        2_000,
        random -> {
          FaceBox a = any(random);
          FaceBox b = a.moved(random.nextFloat(-50, 50), random.nextFloat(-50, 50));
          float factor = random.nextFloat(0.2f, 5);
          assertEquals(a.overlap(b), a.scaled(factor).overlap(b.scaled(factor)), ROUNDING);
        });
  }

  @Test
  void edgesAndCentreFollowFromCornerAndSize() {
    FaceBox box = new FaceBox(3, 4, 10, 20);
    assertEquals(13, box.right());
    assertEquals(24, box.bottom());
    assertEquals(8, box.centreX());
    assertEquals(14, box.centreY());
    assertEquals(200, box.area());
  }
}
