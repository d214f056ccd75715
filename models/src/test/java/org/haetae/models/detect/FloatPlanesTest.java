package org.haetae.models.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.haetae.models.Seeds;
import org.haetae.models.picture.PlanarRgb;
import org.junit.jupiter.api.Test;

class FloatPlanesTest {
  @Test
  void everySampleOfEverySizeIsWidenedAndScaled() {
    Seeds.each(
        200,
        random -> {
          int width = 1 + random.nextInt(50);
          int height = 1 + random.nextInt(9);
          int count = width * height;
          try (PlanarRgb pixels = new PlanarRgb(width, height);
              Arena arena = Arena.ofConfined()) {
            MemorySegment floats = arena.allocate(3L * count * Float.BYTES + Float.BYTES, 64);
            floats.setAtIndex(ValueLayout.JAVA_FLOAT, 3L * count, -7);
            for (int c = 0; c < 3; c++) {
              for (int i = 0; i < count; i++) {
                pixels.set(c, i % width, i / width, random.nextInt(256));
              }
            }
            float mean = random.nextInt(200);
            float gain = 1 / 128f;
            FloatPlanes.fill(pixels, floats, mean, gain);
            for (int c = 0; c < 3; c++) {
              for (int i = 0; i < count; i++) {
                assertEquals(
                    (pixels.sample(c, i % width, i / width) - mean) * gain,
                    floats.getAtIndex(ValueLayout.JAVA_FLOAT, (long) c * count + i));
              }
            }
            assertEquals(-7, floats.getAtIndex(ValueLayout.JAVA_FLOAT, 3L * count));
          }
        });
  }
}
