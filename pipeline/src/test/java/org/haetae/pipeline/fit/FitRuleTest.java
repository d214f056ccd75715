package org.haetae.pipeline.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.pipeline.capture.Seeds;
import org.haetae.pipeline.fit.FitVerdict.CannotRecognise;
import org.haetae.pipeline.fit.FitVerdict.Fits;
import org.haetae.pipeline.fit.FitVerdict.TooFew;
import org.junit.jupiter.api.Test;

class FitRuleTest {
  private static final double GOOD_LENS = 300;
  private static final double POOR_LENS = 137;

  private final FitRule rule = new FitRule(FitNeeds.standard());

  private static FaceHeights faces(int count, double height) {
    FaceHeights faces = new FaceHeights();
    for (int i = 0; i < count; i++) {
      faces.add(height);
    }
    return faces;
  }

  @Test
  void oneFaceThatIsHighEnoughShowsThatItCan() {
    assertEquals(new Fits(80, 80), rule.judge(faces(1, 80), GOOD_LENS));
    assertEquals(new Fits(80, 80), rule.judge(faces(1, 80.9), POOR_LENS));
  }

  @Test
  void aFewSmallFacesAreChance() {
    assertEquals(new TooFew(0, 8), rule.judge(faces(0, 0), GOOD_LENS));
    assertEquals(new TooFew(7, 8), rule.judge(faces(7, 46), GOOD_LENS));
    assertEquals(new TooFew(0, 8), rule.judge(faces(0, 0), Double.NaN));
  }

  @Test
  void manySmallFacesAreTheCamera() {
    CannotRecognise cannot =
        assertInstanceOf(CannotRecognise.class, rule.judge(faces(8, 46.4), GOOD_LENS));
    assertEquals("cannot recognise: faces are 46 px high, 80 are needed", cannot.words());
    assertEquals(46, cannot.measured());
    assertEquals(80, cannot.needed());
  }

  @Test
  void aPoorLensNeedsNoCrowdToBeFound() {
    FitVerdict unseen = rule.judge(faces(0, 0), POOR_LENS);
    assertEquals(
        "cannot recognise: the lens gives 137 px/m at 5 m, 250 are needed", unseen.words());
    FitVerdict seen = rule.judge(faces(1, 50), POOR_LENS);
    assertEquals("cannot recognise: faces are 50 px high, 80 are needed", seen.words());
  }

  @Test
  void manyWhoKeepAwayDoNotMakeAGoodCameraUnfit() {
    FaceHeights mixed = faces(80, 30);
    for (int i = 0; i < 20; i++) {
      mixed.add(110);
    }
    assertEquals(new Fits(110, 80), rule.judge(mixed, GOOD_LENS));
  }

  @Test
  void aDemandOnPixelsPerMetreHoldsForFacesToo() {
    FitRule strict = new FitRule(new FitNeeds(80, 500, 5, 1));
    assertEquals(95, strict.needs().facePixels(), 1e-9);
    assertInstanceOf(CannotRecognise.class, strict.judge(faces(1, 94), 600));
    assertInstanceOf(Fits.class, strict.judge(faces(1, 95), 600));
  }

  @Test
  void largerFacesNeverMakeItWorse() {
    Seeds.each(
        300,
        random -> {
          FaceHeights some = new FaceHeights();
          FaceHeights larger = new FaceHeights();
          int count = random.nextInt(0, 40);
          for (int i = 0; i < count; i++) {
            double height = random.nextDouble(10, 150);
            some.add(height);
            larger.add(height + random.nextDouble(50));
          }
          double lens = random.nextDouble(50, 500);
          assertTrue(grade(rule.judge(larger, lens)) >= grade(rule.judge(some, lens)));
          assertTrue(grade(rule.judge(some, lens + 100)) >= grade(rule.judge(some, lens)));
        });
  }

  private static int grade(FitVerdict verdict) {
    return switch (verdict) {
      case CannotRecognise _ -> 0;
      case TooFew _ -> 1;
      case Fits _ -> 2;
    };
  }

  /** What {@link FitNeeds#standard} promises: every second passer-by comes near enough. */
  @Test
  void chanceSeldomBlamesAGoodCamera() {
    assertEquals(0.004, blamed(8), 5e-4);
    double worst = 0;
    for (int tracks = 8; tracks <= FaceHeights.MEMORY; tracks++) {
      worst = Math.max(worst, blamed(tracks));
    }
    assertEquals(0.011, worst, 5e-4);
  }

  /** Chance that so few of that many come near that the 90th percentile is a small face. */
  private static double blamed(int tracks) {
    int most = tracks - (int) Math.ceil(FitRule.BEST * tracks - 1e-9);
    double term = Math.pow(0.5, tracks);
    double sum = term;
    for (int near = 1; near <= most; near++) {
      term *= (double) (tracks - near + 1) / near;
      sum += term;
    }
    return sum;
  }

  @Test
  void needsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new FitNeeds(0, 250, 5, 8));
    assertThrows(IllegalArgumentException.class, () -> new FitNeeds(80, Double.NaN, 5, 8));
    assertThrows(IllegalArgumentException.class, () -> new FitNeeds(80, 250, 5, 0));
  }
}
