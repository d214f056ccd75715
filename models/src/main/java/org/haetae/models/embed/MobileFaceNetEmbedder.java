package org.haetae.models.embed;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.ModelId;
import org.haetae.models.align.AlignedFace;
import org.haetae.models.network.Network;
import org.haetae.models.network.Outputs;

/**
 * MobileFaceNet (S. Chen et al., 2018): input blue, green, red, each (v − 127.5) / 128; output 512
 * components. Owns the network and its input memory.
 */
public final class MobileFaceNetEmbedder implements FaceEmbedder {
  private static final int DIMENSION = 512;
  private static final int PLANE = AlignedFace.SIDE * AlignedFace.SIDE;

  private final Network network;
  private final ModelId model;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment input = arena.allocate(3L * PLANE * Float.BYTES, 64);
  private final ByteBuffer buffer = input.asByteBuffer().order(ByteOrder.nativeOrder());
  private final long[] shape = {1, 3, AlignedFace.SIDE, AlignedFace.SIDE};

  /** The compiler vectorises loops over arrays, not those over memory segments. */
  private final float[] row = new float[PLANE];

  /**
   * @param network becomes this embedder's own
   */
  public MobileFaceNetEmbedder(Network network, ModelId model) {
    this.network = network;
    this.model = model;
  }

  @Override
  public Embedding embed(AlignedFace face) {
    for (int channel = 0; channel < 3; channel++) {
      float[] plane = face.plane(2 - channel);
      for (int i = 0; i < PLANE; i++) {
        row[i] = (plane[i] - 127.5f) * (1 / 128f);
      }
      MemorySegment.copy(
          row, 0, input, ValueLayout.JAVA_FLOAT, (long) channel * PLANE * Float.BYTES, PLANE);
    }
    return network.run(buffer, shape, MobileFaceNetEmbedder::read);
  }

  private static Embedding read(Outputs outputs) {
    float[] vector = new float[DIMENSION];
    outputs.values(0).get(0, vector);
    return Embedding.normalised(vector);
  }

  @Override
  public ModelId model() {
    return model;
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public void close() {
    network.close();
    arena.close();
  }
}
