package org.haetae.benchmarks.bound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Something to look at for networks whose speed does not hang on what they see. */
final class Grey {
  private Grey() {}

  /** Direct memory for an input of that shape, filled with values from 0 to 1. */
  static ByteBuffer bytes(long... shape) {
    long count = 1;
    for (long side : shape) {
      count *= side;
    }
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(Math.toIntExact(count * Float.BYTES))
            .order(ByteOrder.nativeOrder());
    FloatBuffer values = buffer.asFloatBuffer();
    for (int i = 0; i < count; i++) {
      values.put(i, (i % 251) / 251f);
    }
    return buffer;
  }
}
