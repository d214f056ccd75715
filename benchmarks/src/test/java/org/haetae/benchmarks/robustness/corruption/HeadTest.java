package org.haetae.benchmarks.robustness.corruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.domain.face.Landmarks;
import org.junit.jupiter.api.Test;

class HeadTest {
  private static final float EYES = 40;

  @Test
  void aHeadThatLooksAtTheCameraStandsWhereItsLandmarksAre() {
    Head head = Head.of(seen(0, 0));
    assertNear(80, 100, head.at(-0.5, 0, 0));
    assertNear(100, 100 + 0.571 * EYES, head.at(0, 0.571, 0.55));
    assertNear(100, 100 + 1.8 * EYES, head.at(0, 1.8, 0));
    assertEquals(EYES, head.unit(), 0.01);
    assertEquals(0.5, head.across(120, 130), 0.01);
    assertEquals(1, head.down(90, 140), 0.01);
  }

  @Test
  void aTurnedHeadShowsOneEarAndCarriesWhatLiesBehindTheEyes() {
    Head head = Head.of(seen(35, 0));
    assertTrue(head.showsEar(-1));
    assertFalse(head.showsEar(1));
    double turn = Math.toRadians(35);
    assertNear(100 - EYES * Math.sin(turn), 100, head.at(0, 0, -1));
  }

  @Test
  void aTiltedHeadTurnsWhatIsPaintedOnIt() {
    Head head = Head.of(seen(0, 90));
    assertNear(100 - 1.8 * EYES, 100, head.at(0, 1.8, 0));
    assertEquals(EYES, head.unit(), 0.01);
  }

  /** Landmarks of the model, turned to the viewer's right and tilted, in degrees. */
  private static Landmarks seen(double yaw, double roll) {
    double[][] model = {
      {-0.5, 0, 0}, {0.5, 0, 0}, {0, 0.571, 0.55}, {-0.414, 1.155, 0.08}, {0.414, 1.155, 0.08}
    };
    float[] at = new float[10];
    for (int i = 0; i < model.length; i++) {
      double x =
          model[i][0] * Math.cos(Math.toRadians(yaw)) + model[i][2] * Math.sin(Math.toRadians(yaw));
      double y = model[i][1];
      at[2 * i] =
          (float)
              (100
                  + EYES
                      * (x * Math.cos(Math.toRadians(roll)) - y * Math.sin(Math.toRadians(roll))));
      at[2 * i + 1] =
          (float)
              (100
                  + EYES
                      * (x * Math.sin(Math.toRadians(roll)) + y * Math.cos(Math.toRadians(roll))));
    }
    return new Landmarks(at[0], at[1], at[2], at[3], at[4], at[5], at[6], at[7], at[8], at[9]);
  }

  private static void assertNear(double x, double y, Spot spot) {
    assertEquals(x, spot.x(), 0.01);
    assertEquals(y, spot.y(), 0.01);
  }
}
