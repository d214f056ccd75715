package org.haetae.models.align;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.haetae.models.Seeds;
import org.haetae.models.picture.PlanarRgb;
import org.junit.jupiter.api.Test;

class FaceAlignerTest {
  private static final int SIDE = AlignedFace.SIDE;

  private final AlignedFace aligned = new AlignedFace();

  @Test
  void aCropThatIsAlignedAlreadyComesOutAsItIs() {
    Seeds.each(
        5,
        random -> {
          try (PlanarRgb crop = new PlanarRgb(SIDE, SIDE)) {
            for (int c = 0; c < 3; c++) {
              for (int i = 0; i < SIDE * SIDE; i++) {
                crop.set(c, i % SIDE, i / SIDE, random.nextInt(256));
              }
            }
            FaceAligner.align(crop, Faces.TEMPLATE, aligned);
            for (int c = 0; c < 3; c++) {
              for (int i = 0; i < SIDE * SIDE; i++) {
                assertEquals(
                    crop.sample(c, i % SIDE, i / SIDE), aligned.plane(c)[i], 0.01, "pixel " + i);
              }
            }
          }
        });
  }

  @Test
  void whatLiesOutsideTheCropIsBlack() {
    try (PlanarRgb crop = new PlanarRgb(SIDE, SIDE)) {
      for (int c = 0; c < 3; c++) {
        for (int i = 0; i < SIDE * SIDE; i++) {
          crop.set(c, i % SIDE, i / SIDE, 200);
        }
      }
      // The face stands 30 pixels further left and 10 further up than it should.
      FaceAligner.align(crop, Faces.TEMPLATE.mapped(30, 10, 1), aligned);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          boolean outside = x < 29 || y < 9;
          boolean inside = x > 30 && y > 10;
          if (outside || inside) {
            assertEquals(inside ? 200 : 0, aligned.plane(1)[y * SIDE + x], 0.01, x + "," + y);
          }
        }
      }
    }
  }

  @Test
  void aFaceOfTwiceTheSizeIsHalved() {
    try (PlanarRgb crop = new PlanarRgb(2 * SIDE, 2 * SIDE)) {
      for (int y = 0; y < 2 * SIDE; y++) {
        for (int x = 0; x < 2 * SIDE; x++) {
          crop.set(0, x, y, x);
          crop.set(1, x, y, y);
        }
      }
      FaceAligner.align(crop, Faces.at(0, 0, 2).landmarks(), aligned);
      assertEquals(60, aligned.plane(0)[50 * SIDE + 30], 0.05);
      assertEquals(100, aligned.plane(1)[50 * SIDE + 30], 0.05);
    }
  }
}
