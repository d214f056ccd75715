package org.haetae.models.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.haetae.domain.face.FaceBox;
import org.haetae.models.Home;
import org.haetae.models.Seeds;
import org.haetae.models.network.EngineKind;
import org.haetae.models.picture.PaintedPicture;
import org.haetae.models.picture.Region;
import org.haetae.models.weights.ModelName;
import org.junit.jupiter.api.Test;

class TwoStageDetectorTest extends FaceDetectorContract {
  @Override
  FaceDetector detector() {
    return new TwoStageDetector(
        Home.networks().load(ModelName.ULTRAFACE, EngineKind.ONNX_RUNTIME),
        new CenterFaceDetector(
            Home.networks().load(ModelName.CENTERFACE, EngineKind.ONNX_RUNTIME), MOST_PIXELS),
        MOST_PIXELS);
  }

  @Test
  void aPlaceIsASquareAroundTheFaceInsideThePicture() {
    PaintedPicture picture = new PaintedPicture(640, 360, (c, x, y) -> 0);
    Seeds.each(
        500,
        random -> {
          float height = 8 + random.nextFloat() * 200;
          float width = height * (0.6f + random.nextFloat() * 0.4f);
          FaceBox box =
              new FaceBox(
                  random.nextFloat() * 660 - 20, random.nextFloat() * 380 - 20, width, height);
          Region around = TwoStageDetector.around(box, picture);
          around.requireInside(picture);
          boolean fits = around.width() == around.height();
          assertTrue(fits || around.height() == picture.height(), around.toString());
          assertTrue(around.height() >= Math.min(360, 1.6f * height), around.toString());
          boolean inner = box.x() > 170 && box.right() < 470 && box.y() > 100 && box.bottom() < 260;
          if (inner) {
            assertEquals(box.centreX(), around.x() + around.width() / 2f, 2, around.toString());
            assertEquals(box.centreY(), around.y() + around.height() / 2f, 2, around.toString());
          }
        });
  }
}
