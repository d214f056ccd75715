package org.haetae.models.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
import org.haetae.models.network.NetworkException;
import org.haetae.models.network.Outputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedNetworkTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  /** Doubles what it is given, one number each, and remembers how many came at once. */
  private static final class Doubling implements Network {
    private final List<Long> calls = new ArrayList<>();
    private boolean closed;

    @Override
    public <T> T run(ByteBuffer input, long[] shape, Outputs.Reader<T> reader) {
      calls.add(shape[0]);
      FloatBuffer numbers = input.asFloatBuffer();
      if (shape[1] == 13) {
        throw new NetworkException("no thirteens", new IllegalArgumentException("13"));
      }
      FloatBuffer doubled = FloatBuffer.allocate(numbers.remaining());
      for (int i = 0; i < numbers.remaining(); i++) {
        doubled.put(i, 2 * numbers.get(i));
      }
      return reader.read(new One(doubled, shape.clone()));
    }

    @Override
    public EngineKind engine() {
      return EngineKind.ONNX_RUNTIME;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final class One implements Outputs {
    private final FloatBuffer values;
    private final long[] shape;

    One(FloatBuffer values, long[] shape) {
      this.values = values;
      this.shape = shape;
    }

    @Override
    public int count() {
      return 1;
    }

    @Override
    public FloatBuffer values(int index) {
      return values;
    }

    @Override
    public long[] shape(int index) {
      return shape;
    }
  }

  private static float ask(Network network, float number, int side) {
    ByteBuffer input = ByteBuffer.allocateDirect(side * Float.BYTES).order(ByteOrder.nativeOrder());
    for (int i = 0; i < side; i++) {
      input.putFloat(i * Float.BYTES, number + i);
    }
    return network.run(
        input,
        new long[] {1, side},
        outputs -> {
          assertEquals(1, outputs.shape(0)[0]);
          assertEquals(side, outputs.values(0).remaining());
          assertEquals(2 * (number + side - 1), outputs.values(0).get(side - 1));
          return outputs.values(0).get(0);
        });
  }

  @Test
  void questionsOfOneShapeGoTogetherAndEachGetsItsOwnAnswer() throws Exception {
    Doubling network = new Doubling();
    try (SharedNetwork shared = new SharedNetwork(network, "test", 4, LONG);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Float>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        float number = 10 * i;
        answers.add(threads.submit(() -> ask(shared.share(), number, 3)));
      }
      for (int i = 0; i < 4; i++) {
        assertEquals(20f * i, answers.get(i).get());
      }
    }
    assertEquals(List.of(4L), network.calls);
    assertTrue(network.closed);
  }

  @Test
  void anotherShapeDoesNotWaitForMore() throws Exception {
    Doubling network = new Doubling();
    try (SharedNetwork shared = new SharedNetwork(network, "test", 2, LONG);
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Float>> answers = new ArrayList<>();
      for (int side : new int[] {3, 5, 3, 5}) {
        answers.add(threads.submit(() -> ask(shared.share(), side, side)));
      }
      for (Future<Float> answer : answers) {
        assertTrue(answer.get() > 0);
      }
    }
    assertEquals(4, network.calls.stream().mapToLong(n -> n).sum());
  }

  @Test
  void whatOneQuestionSpoilsConcernsNobodyElse() {
    Doubling network = new Doubling();
    try (SharedNetwork shared = new SharedNetwork(network, "test", 1, Duration.ZERO)) {
      NetworkException refused =
          assertThrows(NetworkException.class, () -> ask(shared.share(), 1, 13));
      assertEquals("no thirteens", refused.getMessage());
      assertEquals(2, ask(shared.share(), 1, 3));
    }
  }

  @Test
  void afterTheEndQuestionsAreRefusedAndTheThreadIsGone() {
    SharedNetwork shared = new SharedNetwork(new Doubling(), "test-ended", 2, LONG);
    Network share = shared.share();
    shared.close();
    shared.close();
    assertThrows(NetworkException.class, () -> ask(share, 1, 3));
    assertFalse(
        Thread.getAllStackTraces().keySet().stream()
            .anyMatch(thread -> thread.getName().equals("test-ended")));
  }

  @Test
  void theLastShareFreesTheNetworkAndTheNextOneLoadsItAnew() {
    List<Doubling> loaded = new ArrayList<>();
    SharedNetworks networks = new SharedNetworks(1);
    Network one = networks.share("faces", () -> load(loaded));
    Network other = networks.share("faces", () -> load(loaded));
    one.close();
    one.close();
    assertFalse(loaded.getFirst().closed);
    assertEquals(2, ask(other, 1, 3));
    other.close();
    assertTrue(loaded.getFirst().closed);
    networks.share("faces", () -> load(loaded)).close();
    assertEquals(2, loaded.size());
  }

  private static Doubling load(List<Doubling> loaded) {
    loaded.add(new Doubling());
    return loaded.getLast();
  }
}
