package org.haetae.models.pose;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.HeadPose;
import org.haetae.models.network.Network;
import org.haetae.models.network.Outputs;
import org.haetae.models.picture.Picture;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;

/**
 * Head pose by the shipped network (see its model card): input a square around the box, 224 × 224
 * RGB with ImageNet's mean and deviation; each output is 66 bins of 3 degrees from −99 on, read as
 * their expectation. Slower and finer than {@link LandmarkPose}; for enrolment. Owns the network
 * and its input memory.
 */
public final class PoseNetwork implements AutoCloseable {
  private static final int SIDE = 224;
  private static final int PLANE = SIDE * SIDE;
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

  private final Network network;
  private final PlanarRgb pixels = new PlanarRgb(SIDE, SIDE);
  private final Arena arena = Arena.ofShared();
  private final MemorySegment input = arena.allocate(3L * PLANE * Float.BYTES, 64);
  private final ByteBuffer buffer = input.asByteBuffer().order(ByteOrder.nativeOrder());
  private final long[] shape = {1, 3, SIDE, SIDE};

  /**
   * @param network becomes this object's own
   */
  public PoseNetwork(Network network) {
    this.network = network;
  }

  /** The pose of the head in {@code box}. */
  public HeadPose estimate(Picture picture, FaceBox box) {
    float side = Math.max(box.height(), box.width());
    Region region =
        Region.clamped(box.centreX() - side / 2, box.centreY() - side / 2, side, side, picture);
    picture.read(region, SIDE, SIDE, pixels);
    for (int channel = 0; channel < 3; channel++) {
      MemorySegment plane = pixels.plane(channel);
      for (int i = 0; i < PLANE; i++) {
        float value = (plane.get(ValueLayout.JAVA_BYTE, i) & 0xFF) / 255f;
        input.setAtIndex(
            ValueLayout.JAVA_FLOAT,
            (long) channel * PLANE + i,
            (value - MEAN[channel]) / DEVIATION[channel]);
      }
    }
    return network.run(buffer, shape, PoseNetwork::read);
  }

  private static HeadPose read(Outputs outputs) {
    // The network's yaw grows towards the viewer's left; ours towards the right.
    return new HeadPose(
        -degrees(outputs.values(0)), degrees(outputs.values(1)), degrees(outputs.values(2)));
  }

  private static float degrees(FloatBuffer logits) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logits.remaining(); i++) {
      largest = Math.max(largest, logits.get(i));
    }
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < logits.remaining(); i++) {
      double e = Math.exp(logits.get(i) - largest);
      sum += e;
      weighted += e * i;
    }
    return (float) (weighted / sum * 3 - 99);
  }

  @Override
  public void close() {
    network.close();
    pixels.close();
    arena.close();
  }
}
