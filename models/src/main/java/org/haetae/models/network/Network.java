package org.haetae.models.network;

import java.nio.ByteBuffer;
import org.haetae.models.network.Outputs.Reader;

/**
 * A neural network with one float32 input. One thread at a time may run it; whoever loads it closes
 * it.
 */
public interface Network extends AutoCloseable {

  /**
   * Runs the network and lets {@code reader} look at what came out.
   *
   * @param input direct, native byte order, position 0, as many floats as the shape says, unchanged
   *     until this call returns
   * @param shape usually batch, channels, height, width
   * @return what the reader returned
   * @throws NetworkException when the engine refuses the input or fails
   */
  <T> T run(ByteBuffer input, long[] shape, Reader<T> reader);

  /** Which engine runs it. */
  EngineKind engine();

  /** Frees the network's native memory; the second time does nothing. */
  @Override
  void close();
}
