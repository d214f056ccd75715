package org.haetae.models.batch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Memory in which inputs lie one behind the other; grows as needed. One thread at a time. */
final class Joint implements AutoCloseable {
  private Arena arena = Arena.ofShared();
  private MemorySegment memory = arena.allocate(64, 64);

  /** All inputs, in order; valid until the next call. */
  ByteBuffer of(List<Question> together) {
    long each = together.getFirst().input().remaining();
    long all = each * together.size();
    if (memory.byteSize() < all) {
      arena.close();
      arena = Arena.ofShared();
      memory = arena.allocate(all, 64);
    }
    for (int i = 0; i < together.size(); i++) {
      MemorySegment.copy(
          MemorySegment.ofBuffer(together.get(i).input()), 0, memory, i * each, each);
    }
    return memory.asSlice(0, all).asByteBuffer().order(ByteOrder.nativeOrder());
  }

  @Override
  public void close() {
    arena.close();
  }
}
