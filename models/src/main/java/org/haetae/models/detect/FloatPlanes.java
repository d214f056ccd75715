package org.haetae.models.detect;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.haetae.models.picture.PlanarRgb;

/** Widens byte planes to float planes, one behind the other. */
public final class FloatPlanes {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

  /** A constant of its own: looked up in the loop, the compiler would give up its SIMD. */
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, FLOATS.length() * 8)));

  private FloatPlanes() {}

  /**
   * Writes red, green and blue of {@code pixels}, as (v − {@code mean}) · {@code gain}, to the
   * first 3 × width × height floats of {@code target}.
   */
  public static void fill(PlanarRgb pixels, MemorySegment target, float mean, float gain) {
    int count = pixels.width() * pixels.height();
    for (int channel = 0; channel < 3; channel++) {
      widen(
          pixels.plane(channel),
          target.asSlice((long) channel * count * Float.BYTES),
          count,
          mean,
          gain);
    }
  }

  private static void widen(
      MemorySegment bytes, MemorySegment floats, int count, float mean, float gain) {
    FloatVector means = FloatVector.broadcast(FLOATS, mean);
    int step = FLOATS.length();
    int i = 0;
    for (; i <= count - step; i += step) {
      FloatVector wide =
          (FloatVector)
              ByteVector.fromMemorySegment(BYTES, bytes, i, ByteOrder.nativeOrder())
                  .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0)
                  .convertShape(VectorOperators.I2F, FLOATS, 0);
      wide.sub(means)
          .mul(gain)
          .intoMemorySegment(floats, (long) i * Float.BYTES, ByteOrder.nativeOrder());
    }
    for (; i < count; i++) {
      int value = bytes.get(ValueLayout.JAVA_BYTE, i) & 0xFF;
      floats.setAtIndex(ValueLayout.JAVA_FLOAT, i, (value - mean) * gain);
    }
  }
}
