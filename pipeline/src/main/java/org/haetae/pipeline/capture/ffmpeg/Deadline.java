package org.haetae.pipeline.capture.ffmpeg;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;

/**
 * When the native calls of one input must give up. FFmpeg asks, on the calling thread and at least
 * every 100 ms while it waits, whether to go on; an interrupted thread doesn't go on either. Owns
 * eight bytes of native memory, to be closed after the input.
 *
 * <p>FFmpeg asks some 700 times a second per camera, so the question goes through a stub of the
 * foreign-function interface rather than through JavaCPP, whose callbacks make an object each time.
 */
final class Deadline implements AutoCloseable {
  /** {@code int (*callback)(void *opaque)}; one for all inputs. */
  private static final MemorySegment EXPIRED = stub();

  private final Arena arena = Arena.ofShared();
  private final MemorySegment nanoTime = arena.allocate(ValueLayout.JAVA_LONG);

  private static MemorySegment stub() {
    try {
      return Linker.nativeLinker()
          .upcallStub(
              MethodHandles.lookup()
                  .findStatic(
                      Deadline.class,
                      "expired",
                      MethodType.methodType(int.class, MemorySegment.class)),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS.withTargetLayout(ValueLayout.JAVA_LONG)),
              Arena.global());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the method stands below", e);
    }
  }

  @SuppressWarnings("UnusedMethod") // Native code calls it.
  private static int expired(MemorySegment nanoTime) {
    return late(nanoTime) || Thread.currentThread().isInterrupted() ? 1 : 0;
  }

  private static boolean late(MemorySegment nanoTime) {
    return System.nanoTime() - nanoTime.get(ValueLayout.JAVA_LONG, 0) > 0;
  }

  /** Asks for this deadline in all that the input does from now on. */
  void attach(AVFormatContext input) {
    AVIOInterruptCB question = input.interrupt_callback();
    // struct AVIOInterruptCB { int (*callback)(void *); void *opaque; }
    MemorySegment pair =
        MemorySegment.ofAddress(question.address()).reinterpret(2 * ValueLayout.ADDRESS.byteSize());
    pair.setAtIndex(ValueLayout.ADDRESS, 0, EXPIRED);
    pair.setAtIndex(ValueLayout.ADDRESS, 1, nanoTime);
  }

  /** The calls that follow have that long, all together. */
  void within(Duration limit) {
    nanoTime.set(ValueLayout.JAVA_LONG, 0, System.nanoTime() + limit.toNanos());
  }

  boolean passed() {
    return late(nanoTime);
  }

  @Override
  public void close() {
    arena.close();
  }
}
