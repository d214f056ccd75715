package org.haetae.pipeline.capture.ffmpeg;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * When the native calls of one input must give up. FFmpeg asks, on the calling thread and at least
 * every 100 ms while it waits, whether to go on; an interrupted thread doesn't go on either. Owns
 * eight bytes of native memory, to be closed after the input.
 */
final class Deadline implements AutoCloseable {
  /** One for all inputs, since JavaCPP has room for ten callbacks of a kind. */
  private static final Expired EXPIRED = new Expired();

  private final LongPointer nanoTime = new LongPointer(1);

  /** Asks for this deadline in all that the input does from now on. */
  void attach(AVFormatContext input) {
    input.interrupt_callback().callback(EXPIRED).opaque(nanoTime);
  }

  /** The calls that follow have that long, all together. */
  void within(Duration limit) {
    nanoTime.put(System.nanoTime() + limit.toNanos());
  }

  boolean passed() {
    return System.nanoTime() - nanoTime.get() > 0;
  }

  @Override
  public void close() {
    nanoTime.close();
  }

  private static final class Expired extends AVIOInterruptCB.Callback_Pointer {
    @Override
    public int call(Pointer nanoTime) {
      boolean late = System.nanoTime() - new LongPointer(nanoTime).get() > 0;
      return late || Thread.currentThread().isInterrupted() ? 1 : 0;
    }
  }
}
