package org.haetae.models.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.haetae.models.batch.SharedNetwork;
import org.haetae.models.batch.SharedNetworks;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
import org.haetae.models.weights.ModelName;
import org.junit.jupiter.api.Test;

/** A share of a network is a network, and a batch of faces gives what each alone gives. */
class SharedNetworkContractTest extends NetworkContract {
  private final SharedNetworks shared = new SharedNetworks(1);

  @Override
  EngineKind engine() {
    return EngineKind.ONNX_RUNTIME;
  }

  @Override
  Network load(ModelName name) {
    return shared.share(name.id(), () -> super.load(name));
  }

  @Test
  void facesOfFourShardsInOneCallGiveTheAnswersOfOne() throws Exception {
    Reference reference = Reference.of(ModelName.MOBILEFACENET);
    ByteBuffer input = reference.input();
    Network plain = super.load(ModelName.MOBILEFACENET);
    float[] alone = plain.run(input, reference.shape(), outputs -> copy(outputs.values(0)));
    try (SharedNetwork four = new SharedNetwork(plain, "faces", 4, Duration.ofSeconds(20));
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<float[]>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        answers.add(
            threads.submit(
                () ->
                    four.share()
                        .run(
                            reference.input(),
                            reference.shape(),
                            outputs -> copy(outputs.values(0)))));
      }
      for (Future<float[]> answer : answers) {
        assertEquals(1, cosine(alone, answer.get()), 1e-5);
      }
    }
  }

  private static float[] copy(FloatBuffer values) {
    float[] copy = new float[values.remaining()];
    values.get(0, copy);
    return copy;
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double own = 0;
    double other = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      own += (double) a[i] * a[i];
      other += (double) b[i] * b[i];
    }
    assertTrue(own > 0);
    return dot / Math.sqrt(own * other);
  }
}
