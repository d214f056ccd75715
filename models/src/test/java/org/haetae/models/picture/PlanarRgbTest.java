package org.haetae.models.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import org.haetae.models.Seeds;
import org.junit.jupiter.api.Test;

class PlanarRgbTest {
  @Test
  void itBeginsBlackAndKeepsWhatIsSet() {
    try (PlanarRgb picture = new PlanarRgb(5, 3)) {
      assertEquals(0, picture.sample(2, 4, 2));
      picture.set(2, 4, 2, 255);
      assertEquals(255, picture.sample(2, 4, 2));
      assertEquals((byte) 255, picture.plane(2).get(ValueLayout.JAVA_BYTE, 2 * 5 + 4));
      picture.clear();
      assertEquals(0, picture.sample(2, 4, 2));
    }
  }

  @Test
  void planesDoNotOverlap() {
    try (PlanarRgb picture = new PlanarRgb(64, 2)) {
      for (int c = 0; c < 3; c++) {
        picture.plane(c).fill((byte) (c + 1));
      }
      for (int c = 0; c < 3; c++) {
        assertEquals(c + 1, picture.sample(c, 0, 0));
        assertEquals(c + 1, picture.sample(c, 63, 1));
      }
    }
  }

  @Test
  void itsSizeChangesUpToItsCapacity() {
    Seeds.each(
        200,
        random -> {
          int capacity = 1 + random.nextInt(5_000);
          try (PlanarRgb picture = new PlanarRgb(capacity)) {
            int width = 1 + random.nextInt(capacity);
            int height = capacity / width;
            assertTrue(picture.holds(width, height));
            picture.resize(width, height);
            assertEquals(width, picture.width());
            assertEquals(height, picture.height());
            picture.set(2, width - 1, height - 1, 77);
            assertEquals(77, picture.sample(2, width - 1, height - 1));
            // Rounded up to whole cache lines, but not to more.
            assertFalse(picture.holds(1, capacity + 64));
            assertThrows(IllegalArgumentException.class, () -> picture.resize(1, capacity + 64));
          }
        });
  }

  @Test
  void nothingAndLessIsNoSize() {
    try (PlanarRgb picture = new PlanarRgb(100)) {
      assertThrows(IllegalArgumentException.class, () -> picture.resize(0, 5));
      assertThrows(IllegalArgumentException.class, () -> picture.resize(5, -1));
      assertThrows(IllegalArgumentException.class, () -> picture.resize(-5, -5));
      assertThrows(
          IllegalArgumentException.class,
          () -> picture.resize(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }
  }

  @Test
  void beyondItsMemoryIsRefusedAndNotRead() {
    try (PlanarRgb picture = new PlanarRgb(10, 10)) {
      assertThrows(IndexOutOfBoundsException.class, () -> picture.sample(0, 0, 100));
      assertThrows(IndexOutOfBoundsException.class, () -> picture.set(2, 0, -100, 1));
      assertThrows(IndexOutOfBoundsException.class, () -> picture.plane(3));
    }
  }

  @Test
  void onceClosedItIsNotTouched() {
    PlanarRgb picture = new PlanarRgb(2, 2);
    picture.close();
    assertThrows(IllegalStateException.class, () -> picture.sample(0, 0, 0));
  }
}
