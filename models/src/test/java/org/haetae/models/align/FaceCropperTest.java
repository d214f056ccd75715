package org.haetae.models.align;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.domain.face.DetectedFace;
import org.haetae.models.Seeds;
import org.haetae.models.picture.PaintedPicture;
import org.haetae.models.picture.Picture;
import org.junit.jupiter.api.Test;

class FaceCropperTest {
  private static final int SIDE = AlignedFace.SIDE;

  /** Red grows to the right, green downwards; a grey level for every four pixels. */
  private static final Picture SLOPES =
      new PaintedPicture(800, 600, (c, x, y) -> c == 0 ? x / 4 : c == 1 ? y / 4 : 128);

  @Test
  void theCropIsCutAroundTheFaceWhereverItStands() {
    try (FaceCropper cropper = new FaceCropper()) {
      Seeds.each(
          20,
          random -> {
            float scale = random.nextFloat(0.5f, 2.4f);
            float x = random.nextFloat(60, 450);
            float y = random.nextFloat(60, 250);
            AlignedFace aligned = cropper.align(SLOPES, Faces.at(x, y, scale));
            assertEquals((x + 56 * scale) / 4, aligned.plane(0)[60 * SIDE + 56], 1.5);
            assertEquals((y + 60 * scale) / 4, aligned.plane(1)[60 * SIDE + 56], 1.5);
          });
    }
  }

  @Test
  void aFaceAtOrBeyondTheEdgeOrOfAnySizeIsCutAllTheSame() {
    try (FaceCropper cropper = new FaceCropper()) {
      Seeds.each(
          100,
          random -> {
            DetectedFace face =
                Faces.at(
                    random.nextFloat(-300, 1000),
                    random.nextFloat(-300, 800),
                    (float) Math.pow(10, random.nextDouble(-1.5, 1)));
            for (float value : cropper.align(SLOPES, face).plane(0)) {
              assertTrue(value >= 0 && value <= 255, "sample " + value);
            }
            assertTrue(cropper.crop().width() <= 288 && cropper.crop().height() <= 288);
          });
    }
  }
}
