package org.haetae.benchmarks.bound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
import org.haetae.models.network.Outputs;
import org.jspecify.annotations.Nullable;

/**
 * Asks its network once, keeps question and answer, and gives the same answer ever after: what then
 * is measured around it is our own work alone.
 */
public final class ReplayedNetwork implements Network {
  private final Network network;
  private @Nullable Recording recording;
  private int asks;

  /**
   * @param network becomes this one's own
   */
  public ReplayedNetwork(Network network) {
    this.network = network;
  }

  @Override
  public <T> T run(ByteBuffer input, long[] shape, Outputs.Reader<T> reader) {
    asks++;
    Recording known = recording;
    if (known == null) {
      FloatBuffer question = copy(input.asReadOnlyBuffer().order(input.order()).asFloatBuffer());
      long[] sides = shape.clone();
      known = network.run(input, shape, outputs -> Recording.of(question, sides, outputs));
      recording = known;
    }
    return reader.read(known);
  }

  /** How often it was asked. */
  int asks() {
    return asks;
  }

  /** The first input, in direct memory; there must have been one. */
  public FloatBuffer input() {
    return asked().input;
  }

  /** The first input's shape; there must have been one. */
  public long[] inputShape() {
    return asked().inputShape.clone();
  }

  private Recording asked() {
    Recording known = recording;
    if (known == null) {
      throw new IllegalStateException("nothing was asked yet");
    }
    return known;
  }

  private static FloatBuffer copy(FloatBuffer values) {
    return ByteBuffer.allocateDirect(values.remaining() * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer()
        .put(0, values, 0, values.remaining());
  }

  @Override
  public EngineKind engine() {
    return network.engine();
  }

  @Override
  public void close() {
    network.close();
  }

  private static final class Recording implements Outputs {
    private final FloatBuffer input;
    private final long[] inputShape;
    private final List<FloatBuffer> buffers;
    private final List<long[]> shapes;

    private Recording(
        FloatBuffer input, long[] inputShape, List<FloatBuffer> buffers, List<long[]> shapes) {
      this.input = input;
      this.inputShape = inputShape;
      this.buffers = buffers;
      this.shapes = shapes;
    }

    static Recording of(FloatBuffer input, long[] inputShape, Outputs outputs) {
      List<FloatBuffer> buffers = new ArrayList<>();
      List<long[]> shapes = new ArrayList<>();
      for (int i = 0; i < outputs.count(); i++) {
        buffers.add(copy(outputs.values(i)));
        shapes.add(outputs.shape(i).clone());
      }
      return new Recording(input, inputShape, buffers, shapes);
    }

    @Override
    public int count() {
      return buffers.size();
    }

    @Override
    public FloatBuffer values(int index) {
      return buffers.get(index);
    }

    @Override
    public long[] shape(int index) {
      return shapes.get(index);
    }
  }
}
