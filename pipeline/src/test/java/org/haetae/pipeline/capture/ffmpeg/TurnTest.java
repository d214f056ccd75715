package org.haetae.pipeline.capture.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.capture.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TurnTest {
  private static PlanarRgb upright(Rotation rotation, PlanarRgb stored) {
    boolean swaps = rotation.swapsSides();
    int width = swaps ? stored.height() : stored.width();
    int height = swaps ? stored.width() : stored.height();
    PlanarRgb upright = new PlanarRgb(width, height);
    Turn.turn(rotation, stored, width, height, upright);
    return upright;
  }

  @ParameterizedTest
  @CsvSource({"NONE, 0, 0", "QUARTER, 2, 0", "HALF, 4, 2", "THREE_QUARTERS, 0, 4"})
  void theUpperLeftCornerGoesClockwise(Rotation rotation, int x, int y) {
    try (PlanarRgb stored = new PlanarRgb(5, 3)) {
      stored.set(1, 0, 0, 200);
      try (PlanarRgb upright = upright(rotation, stored)) {
        assertEquals(200, upright.sample(1, x, y));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Rotation.class)
  void aTurnedRegionHoldsTheSamePixelsAsTheRegionOfTheTurnedPicture(Rotation rotation) {
    Seeds.each(
        100,
        random -> {
          try (PlanarRgb stored = new PlanarRgb(2 + random.nextInt(30), 2 + random.nextInt(30))) {
            for (int i = 0; i < stored.width() * stored.height(); i++) {
              stored.set(0, i % stored.width(), i / stored.width(), random.nextInt(256));
            }
            try (PlanarRgb whole = upright(rotation, stored)) {
              int x = random.nextInt(whole.width());
              int y = random.nextInt(whole.height());
              Region region =
                  new Region(
                      x,
                      y,
                      1 + random.nextInt(whole.width() - x),
                      1 + random.nextInt(whole.height() - y));
              assertSameRegion(rotation, stored, whole, region);
            }
          }
        });
  }

  private static void assertSameRegion(
      Rotation rotation, PlanarRgb stored, PlanarRgb whole, Region region) {
    Region lying = Turn.stored(rotation, region, stored.width(), stored.height());
    try (PlanarRgb cut = new PlanarRgb(lying.width(), lying.height())) {
      for (int y = 0; y < lying.height(); y++) {
        for (int x = 0; x < lying.width(); x++) {
          cut.set(0, x, y, stored.sample(0, lying.x() + x, lying.y() + y));
        }
      }
      try (PlanarRgb turned = upright(rotation, cut)) {
        assertEquals(region.width(), turned.width());
        assertEquals(region.height(), turned.height());
        for (int y = 0; y < region.height(); y++) {
          for (int x = 0; x < region.width(); x++) {
            assertEquals(whole.sample(0, region.x() + x, region.y() + y), turned.sample(0, x, y));
          }
        }
      }
    }
  }

  @Test
  void onlyTheOddTurnsSwapTheSides() {
    assertEquals(
        "[false, true, false, true]",
        java.util.Arrays.stream(Rotation.values()).map(Rotation::swapsSides).toList().toString());
  }
}
