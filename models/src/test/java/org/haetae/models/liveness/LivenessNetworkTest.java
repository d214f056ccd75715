package org.haetae.models.liveness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.face.FaceBox;
import org.haetae.models.Home;
import org.haetae.models.Seeds;
import org.haetae.models.detect.CenterFaceDetector;
import org.haetae.models.detect.FaceDetector;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
import org.haetae.models.network.Outputs;
import org.haetae.models.opencv.StillPicture;
import org.haetae.models.picture.PaintedPicture;
import org.haetae.models.picture.Region;
import org.haetae.models.weights.ModelName;
import org.junit.jupiter.api.Test;

class LivenessNetworkTest {
  private static final int PLANE = 128 * 128;

  /** Keeps what it was asked and answers with fixed logits. */
  private static final class Recorder implements Network {
    private final float[] logits;
    private final float[] seen = new float[3 * PLANE];
    private long[] shape = {};

    Recorder(float... logits) {
      this.logits = logits;
    }

    @Override
    public <T> T run(ByteBuffer input, long[] shape, Outputs.Reader<T> reader) {
      this.shape = shape;
      input.asFloatBuffer().get(0, seen);
      return reader.read(
          new Outputs() {
            @Override
            public int count() {
              return 1;
            }

            @Override
            public FloatBuffer values(int index) {
              return FloatBuffer.wrap(logits);
            }

            @Override
            public long[] shape(int index) {
              return new long[] {1, logits.length};
            }
          });
    }

    @Override
    public EngineKind engine() {
      return EngineKind.ONNX_RUNTIME;
    }

    @Override
    public void close() {}
  }

  @Test
  void blueComesFirstAndNothingIsScaled() {
    Recorder recorder = new Recorder(0, 0, 0);
    try (LivenessNetwork liveness = new LivenessNetwork(recorder)) {
      liveness.live(
          new PaintedPicture(400, 400, (channel, _, _) -> 10 + channel * 100),
          new FaceBox(150, 150, 60, 80));
    }
    assertArrayEquals(new long[] {1, 3, 128, 128}, recorder.shape);
    assertEquals(210, recorder.seen[0]);
    assertEquals(110, recorder.seen[PLANE]);
    assertEquals(10, recorder.seen[3 * PLANE - 1]);
  }

  @Test
  void theSquareIsTwoPointSevenFacesWideAroundItsMiddle() {
    Recorder recorder = new Recorder(0, 0, 0);
    try (LivenessNetwork liveness = new LivenessNetwork(recorder)) {
      // 100 pixels high with its middle at 250, 200: from 115 to 385.
      liveness.live(
          new PaintedPicture(500, 400, (channel, x, y) -> channel == 0 ? x / 2 : y / 2),
          new FaceBox(210, 150, 80, 100));
    }
    assertEquals(115 / 2.0, recorder.seen[2 * PLANE], 1.5, "left");
    assertEquals(385 / 2.0, recorder.seen[3 * PLANE - 1], 1.5, "right");
    assertEquals(65 / 2.0, recorder.seen[PLANE], 1.5, "top");
    assertEquals(335 / 2.0, recorder.seen[2 * PLANE - 1], 1.5, "bottom");
  }

  @Test
  void atAnEdgeItIsMovedInwardsAndStaysSquare() {
    Recorder recorder = new Recorder(0, 0, 0);
    try (LivenessNetwork liveness = new LivenessNetwork(recorder)) {
      liveness.live(
          new PaintedPicture(500, 400, (channel, x, y) -> channel == 0 ? x / 2 : y / 2),
          new FaceBox(-20, 330, 80, 100));
    }
    assertEquals(0, recorder.seen[2 * PLANE], 1.5, "left");
    assertEquals(270 / 2.0, recorder.seen[3 * PLANE - 1], 1.5, "right");
    assertEquals(130 / 2.0, recorder.seen[PLANE], 1.5, "top");
    assertEquals(400 / 2.0, recorder.seen[2 * PLANE - 1], 1.5, "bottom");
  }

  @Test
  void anyBoxOfAnyPictureIsReadInsideIt() {
    Seeds.each(
        300,
        random -> {
          Recorder recorder = new Recorder(1, 2, 3);
          int width = random.nextInt(1, 300);
          int height = random.nextInt(1, 300);
          try (LivenessNetwork liveness = new LivenessNetwork(recorder)) {
            liveness.live(
                new PaintedPicture(
                    width,
                    height,
                    (_, x, y) -> {
                      assertTrue(x >= 0 && x < width && y >= 0 && y < height, x + "," + y);
                      return 1;
                    }),
                new FaceBox(
                    random.nextFloat(-100, 300),
                    random.nextFloat(-100, 300),
                    random.nextFloat(0, 200),
                    random.nextFloat(0, 200)));
          }
        });
  }

  @Test
  void theFirstLogitIsTheLivingOne() {
    assertEquals(1 / 3f, answer(5, 5, 5), 1e-6);
    assertEquals(1, answer(90, -90, 0), 1e-6);
    assertEquals(0, answer(-90, 90, 0), 1e-6);
    assertEquals(Math.E / (Math.E + 2), answer(1, 0, 0), 1e-6);
  }

  private static float answer(float... logits) {
    try (LivenessNetwork liveness = new LivenessNetwork(new Recorder(logits))) {
      return liveness.live(new PaintedPicture(50, 50, (_, _, _) -> 0), new FaceBox(9, 9, 9, 9));
    }
  }

  @Test
  void enrolmentPhotographsLookAliveToTheShippedNetwork() throws IOException {
    List<Float> live = new ArrayList<>();
    try (FaceDetector detector =
            new CenterFaceDetector(
                Home.networks().load(ModelName.CENTERFACE, EngineKind.PYTORCH), 416 * 416);
        LivenessNetwork liveness =
            new LivenessNetwork(
                Home.networks().load(ModelName.LIVENESS, EngineKind.ONNX_RUNTIME))) {
      for (Path photograph : Home.enrolmentPhotographs()) {
        try (StillPicture picture = Home.decode(photograph)) {
          FaceBox box = detector.detect(picture, Region.whole(picture), 40).getFirst().box();
          live.add(liveness.live(picture, box));
        }
      }
    }
    long passed = live.stream().filter(p -> p > 0.5f).count();
    assertTrue(passed >= 0.8 * live.size(), "live: " + live);
  }
}
