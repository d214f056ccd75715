package org.haetae.benchmarks.liveness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.haetae.domain.face.FaceBox;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.junit.jupiter.api.Test;

class FramedTest {
  /** Every pixel's sample is its column, in every channel. */
  private record Columns(int width, int height) implements Picture {
    @Override
    public void read(Region region, int toWidth, int toHeight, PlanarRgb target) {
      for (int y = 0; y < toHeight; y++) {
        for (int x = 0; x < toWidth; x++) {
          for (int channel = 0; channel < 3; channel++) {
            target.set(channel, x, y, region.x() + x * region.width() / toWidth);
          }
        }
      }
    }
  }

  @Test
  void aFrameLiesAroundTheFaceAndNowhereElse() {
    Picture framed = Framed.around(new FaceBox(80, 80, 40, 40), new Columns(200, 200));
    try (PlanarRgb read = new PlanarRgb(200, 200)) {
      framed.read(Region.whole(framed), 200, 200, read);
      assertEquals(100, read.sample(0, 100, 100), "face");
      assertEquals(71, read.sample(1, 71, 100), "within");
      assertEquals(12, read.sample(1, 68, 100), "frame");
      assertEquals(12, read.sample(2, 131, 100), "frame");
      assertEquals(60, read.sample(1, 60, 100), "outside");
      assertEquals(100, read.sample(0, 100, 50), "outside");
      assertEquals(12, read.sample(0, 100, 58), "frame");
    }
  }

  @Test
  void aPartShowsNothingElse() {
    FaceBox face = new FaceBox(80, 80, 40, 40);
    Cut cut = Cut.around(face, new Columns(200, 200));
    assertEquals(52, cut.width());
    assertEquals(52, cut.height());
    assertEquals(new FaceBox(6, 6, 40, 40), cut.mapped(face));
    try (PlanarRgb read = new PlanarRgb(52, 52)) {
      cut.read(Region.whole(cut), 52, 52, read);
      assertEquals(74, read.sample(0, 0, 0));
      assertEquals(125, read.sample(0, 51, 51));
    }
  }
}
