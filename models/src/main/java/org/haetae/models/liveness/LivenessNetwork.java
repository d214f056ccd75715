package org.haetae.models.liveness;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.network.Network;
import org.haetae.models.network.Outputs;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/**
 * How live a face looks, by the shipped network (see its model card): input a square 2.7 times the
 * box's longer side with the face's surroundings, 128 × 128 BGR, 0 to 255; output three logits, of
 * which the first is a living face and the others are attacks. Near a picture's edge the square is
 * moved inwards, and made smaller where the picture is. What it is worth is measured in ADR 0032.
 * Owns the network and its input memory; one thread at a time may use it.
 */
public final class LivenessNetwork implements AutoCloseable {
  private static final int SIDE = 128;
  private static final int PLANE = SIDE * SIDE;
  private static final float SURROUNDINGS = 2.7f;

  private final Network network;
  private final PlanarRgb pixels = new PlanarRgb(SIDE, SIDE);
  private final Arena arena = Arena.ofShared();
  private final MemorySegment input = arena.allocate(3L * PLANE * Float.BYTES, 64);
  private final ByteBuffer buffer = input.asByteBuffer().order(ByteOrder.nativeOrder());
  private final long[] shape = {1, 3, SIDE, SIDE};

  /**
   * @param network becomes this object's own
   */
  public LivenessNetwork(Network network) {
    this.network = network;
  }

  /** Probability that the face in {@code box} is alive, as the network has it; 0 to 1. */
  public float live(Picture picture, FaceBox box) {
    picture.read(around(box, picture), SIDE, SIDE, pixels);
    for (int channel = 0; channel < 3; channel++) {
      MemorySegment plane = pixels.plane(2 - channel);
      for (int i = 0; i < PLANE; i++) {
        input.setAtIndex(
            ValueLayout.JAVA_FLOAT,
            (long) channel * PLANE + i,
            plane.get(ValueLayout.JAVA_BYTE, i) & 0xFF);
      }
    }
    return network.run(buffer, shape, LivenessNetwork::first);
  }

  private static Region around(FaceBox box, Picture picture) {
    float longest = Math.max(1, Math.max(box.width(), box.height()));
    float side = Math.min(SURROUNDINGS * longest, Math.min(picture.width(), picture.height()));
    float x = Math.clamp(box.centreX() - side / 2, 0, picture.width() - side);
    float y = Math.clamp(box.centreY() - side / 2, 0, picture.height() - side);
    return Region.clamped(x, y, side, side, picture);
  }

  private static float first(Outputs outputs) {
    FloatBuffer logits = outputs.values(0);
    double others = 0;
    for (int i = 1; i < logits.remaining(); i++) {
      others += Math.exp(logits.get(i) - logits.get(0));
    }
    return (float) (1 / (1 + others));
  }

  @Override
  public void close() {
    network.close();
    pixels.close();
    arena.close();
  }
}
