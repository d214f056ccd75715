package org.haetae.pipeline.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.pipeline.capture.Seeds;
import org.haetae.pipeline.proximity.PersonDistance;
import org.junit.jupiter.api.Test;

class PixelDensityTest {

  @Test
  void aRightAngleShowsTwiceTheDistance() {
    assertEquals(100, PixelDensity.byLens(1000, 90, 5), 1e-9);
  }

  @Test
  void theDemosCamerasIdentifyAtFiveMetres() {
    assertEquals(274.5, PixelDensity.byLens(1280, 50, 5), 0.1);
    assertEquals(137.2, PixelDensity.byLens(640, 50, 5), 0.1);
  }

  @Test
  void aFaceMeasuresWhatTheLensPromisesWhereItStands() {
    Seeds.each(
        500,
        random -> {
          int width = random.nextInt(320, 4000);
          double view = random.nextDouble(5, 170);
          float height = random.nextFloat(8, 400);
          double metres = PersonDistance.metres(view, width, height);
          double byLens = PixelDensity.byLens(width, view, metres);
          assertEquals(1, PixelDensity.byFace(height) / byLens, 1e-6);
        });
  }

  @Test
  void fartherAndWiderIsLess() {
    Seeds.each(
        200,
        random -> {
          double view = random.nextDouble(5, 160);
          double metres = random.nextDouble(0.5, 100);
          double here = PixelDensity.byLens(1280, view, metres);
          assertTrue(PixelDensity.byLens(1280, view, metres + 0.1) < here);
          assertTrue(PixelDensity.byLens(1280, view + 1, metres) < here);
        });
  }
}
