package org.haetae.models.network;

import java.nio.FloatBuffer;

/** The tensors that a network gave, valid only until the reader that got them returns. */
public interface Outputs {

  /** How many tensors there are. */
  int count();

  /** The tensor's values in row-major order. */
  FloatBuffer values(int index);

  /** The tensor's dimensions. */
  long[] shape(int index);

  /** Looks at outputs and keeps what it needs. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Outputs outputs);
  }
}
