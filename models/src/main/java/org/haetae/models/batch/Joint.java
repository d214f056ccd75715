package org.haetae.models.batch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Memory of a fixed size in which inputs lie one behind the other. One thread at a time. */
final class Joint implements AutoCloseable {
  private final Arena arena = Arena.ofShared();
  private final MemorySegment memory;

  /**
   * @param bytes of all inputs together
   */
  Joint(long bytes) {
    memory = arena.allocate(bytes, 64);
  }

  boolean holds(List<Question> together) {
    return bytesOf(together) <= memory.byteSize();
  }

  static long bytesOf(List<Question> together) {
    return (long) together.getFirst().input().remaining() * together.size();
  }

  /** All inputs, in order; valid until the next call. */
  ByteBuffer of(List<Question> together) {
    long each = together.getFirst().input().remaining();
    for (int i = 0; i < together.size(); i++) {
      MemorySegment.copy(
          MemorySegment.ofBuffer(together.get(i).input()), 0, memory, i * each, each);
    }
    return memory.asSlice(0, bytesOf(together)).asByteBuffer().order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    arena.close();
  }
}
