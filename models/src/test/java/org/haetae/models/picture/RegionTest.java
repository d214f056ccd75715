package org.haetae.models.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.haetae.models.Seeds;
import org.junit.jupiter.api.Test;

class RegionTest {
  private static Picture picture(int width, int height) {
    return new PaintedPicture(width, height, (c, x, y) -> 0);
  }

  private static float wild(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Float.POSITIVE_INFINITY;
      case 1 -> Float.NEGATIVE_INFINITY;
      case 2 -> 1e30f;
      case 3 -> -1e30f;
      case 4 -> Float.NaN;
      default -> random.nextFloat(-100, 2_000);
    };
  }

  @Test
  void whateverIsAskedForLiesInsideAndHasAnEvenCorner() {
    Seeds.each(
        5_000,
        random -> {
          Picture picture = picture(1 + random.nextInt(1_920), 1 + random.nextInt(1_080));
          Region r =
              Region.clamped(wild(random), wild(random), wild(random), wild(random), picture);
          assertTrue(r.x() % 2 == 0 && r.y() % 2 == 0, r.toString());
          assertTrue(r.width() >= 1 && r.x() + r.width() <= picture.width(), r.toString());
          assertTrue(r.height() >= 1 && r.y() + r.height() <= picture.height(), r.toString());
        });
  }

  @Test
  void allOfARectangleThatLiesInsideIsKeptAndHardlyMore() {
    Seeds.each(
        5_000,
        random -> {
          float x = random.nextFloat(1_000);
          float y = random.nextFloat(500);
          float width = random.nextFloat(1, 900);
          float height = random.nextFloat(1, 500);
          Region r = Region.clamped(x, y, width, height, picture(1_920, 1_080));
          assertTrue(r.x() <= x && r.x() > x - 2, r.toString());
          assertTrue(r.y() <= y && r.y() > y - 2, r.toString());
          assertTrue(r.x() + r.width() >= x + width && r.x() + r.width() < x + width + 1.01);
          assertTrue(r.y() + r.height() >= y + height && r.y() + r.height() < y + height + 1.01);
        });
  }

  @Test
  void theWholeIsTheWhole() {
    assertEquals(new Region(0, 0, 321, 243), Region.whole(picture(321, 243)));
    assertEquals(321L * 243, Region.whole(picture(321, 243)).area());
  }

  @Test
  void aRegionBeginsInsideAndIsNotEmpty() {
    assertThrows(IllegalArgumentException.class, () -> new Region(-1, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Region(0, -1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Region(0, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Region(0, 0, 1, 0));
  }
}
