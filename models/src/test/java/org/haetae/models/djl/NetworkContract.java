package org.haetae.models.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.haetae.models.Home;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
import org.haetae.models.network.NetworkException;
import org.haetae.models.network.Outputs;
import org.haetae.models.weights.ModelName;
import org.haetae.models.weights.WeightStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every engine must do; each has a subclass. */
abstract class NetworkContract {
  private static final double LEAST_COSINE = 0.9999;

  /** More than allocators keep for themselves, less than twenty copies of the weights. */
  private static final long MOST_GROWTH = 32 << 20;

  private final DjlNetworks networks = Home.networks();

  abstract EngineKind engine();

  Network load(ModelName name) {
    return networks.load(name, engine());
  }

  @ParameterizedTest
  @EnumSource(names = {"CENTERFACE", "MOBILEFACENET"})
  void itAnswersAsTheSourceNetworkDid(ModelName name) throws IOException {
    itAnswersAsTheSourceNetworkDid(name, 2e-3);
  }

  /**
   * @param squares by which share an output's sum of squares may differ; weights kept in half
   *     precision show more in a few values than in hundreds
   */
  void itAnswersAsTheSourceNetworkDid(ModelName name, double squares) throws IOException {
    Reference reference = Reference.of(name);
    try (Network network = load(name)) {
      network.run(
          reference.input(),
          reference.shape(),
          outputs -> {
            assertEquals(reference.outputs(), outputs.count());
            for (int i = 0; i < outputs.count(); i++) {
              assertArrayEquals(reference.outputShape(i), outputs.shape(i), "output " + i);
              double cosine = reference.cosine(i, outputs.values(i));
              assertTrue(cosine >= LEAST_COSINE, "output " + i + ": cosine " + cosine);
              double ratio = squares(outputs.values(i)) / reference.sumOfSquares(i);
              assertEquals(1, ratio, squares, "length of output " + i);
            }
            return true;
          });
    }
  }

  private static double squares(FloatBuffer values) {
    double squares = 0;
    for (int i = 0; i < values.remaining(); i++) {
      squares += (double) values.get(i) * values.get(i);
    }
    return squares;
  }

  private static float[] copy(Outputs outputs) {
    FloatBuffer values = outputs.values(0);
    float[] copy = new float[values.remaining()];
    values.get(0, copy);
    return copy;
  }

  @ParameterizedTest
  @EnumSource(names = {"CENTERFACE", "MOBILEFACENET"})
  void repeatedRunsGiveTheSame(ModelName name) throws IOException {
    Reference reference = Reference.of(name);
    ByteBuffer input = reference.input();
    try (Network network = load(name)) {
      float[] first = network.run(input, reference.shape(), NetworkContract::copy);
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(first, network.run(input, reference.shape(), NetworkContract::copy));
      }
    }
  }

  @Test
  void theInputsSizeMayChangeFromRunToRun() throws IOException {
    Reference reference = Reference.of(ModelName.CENTERFACE);
    ByteBuffer input = reference.input();
    long[] small = {1, 3, 96, 160};
    try (Network network = load(ModelName.CENTERFACE)) {
      float[] first = network.run(input, reference.shape(), NetworkContract::copy);
      ByteBuffer less = input.slice(0, 3 * 96 * 160 * Float.BYTES).order(ByteOrder.nativeOrder());
      assertArrayEquals(
          new long[] {1, 1, 24, 40}, network.run(less, small, outputs -> outputs.shape(0)));
      assertArrayEquals(first, network.run(input, reference.shape(), NetworkContract::copy));
    }
  }

  @Test
  void itKnowsItsEngine() {
    try (Network network = load(ModelName.MOBILEFACENET)) {
      assertEquals(engine(), network.engine());
    }
  }

  @Test
  void closingTwiceIsHarmless() {
    Network network = load(ModelName.MOBILEFACENET);
    network.close();
    network.close();
  }

  @Test
  void anInputOfTheWrongShapeIsRefusedAndTheNetworkLivesOn() throws IOException {
    Reference reference = Reference.of(ModelName.MOBILEFACENET);
    ByteBuffer input = reference.input();
    try (Network network = load(ModelName.MOBILEFACENET)) {
      assertThrows(
          NetworkException.class,
          () -> network.run(input, new long[] {1, 1, 112, 336}, NetworkContract::copy));
      assertEquals(512, network.run(input, reference.shape(), NetworkContract::copy).length);
    }
  }

  @Test
  void whatTheReaderThrowsComesThroughAndTheNetworkLivesOn() throws IOException {
    Reference reference = Reference.of(ModelName.MOBILEFACENET);
    ByteBuffer input = reference.input();
    try (Network network = load(ModelName.MOBILEFACENET)) {
      assertThrows(
          ArithmeticException.class,
          () ->
              network.run(
                  input,
                  reference.shape(),
                  outputs -> {
                    throw new ArithmeticException("of the reader");
                  }));
      assertEquals(512, network.run(input, reference.shape(), NetworkContract::copy).length);
    }
  }

  @Test
  void aFileThatIsNoNetworkIsRefused(@TempDir Path folder) throws Exception {
    byte[] rubbish = "no network at all".getBytes(StandardCharsets.UTF_8);
    String file = "centerface" + engine().suffix();
    Files.write(folder.resolve(file), rubbish);
    Files.writeString(
        folder.resolve("manifest.json"),
        "[{\"id\":\"centerface\",\"version\":\"1\",\"file\":\"%s\",\"engine\":\"%s\",\"sha256\":\"%s\",\"bytes\":%d}]"
            .formatted(file, engine().djlName(), sha256(rubbish), rubbish.length));
    DjlNetworks loader = new DjlNetworks(WeightStore.open(folder));
    assertThrows(NetworkException.class, () -> loader.load(ModelName.CENTERFACE, engine()));
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void aClosedNetworkGivesItsMemoryBack() throws Throwable {
    assumeTrue(Files.exists(Path.of("/proc/self/statm")), "only Linux tells resident memory");
    Reference reference = Reference.of(ModelName.MOBILEFACENET);
    ByteBuffer input = reference.input();
    // Held on to, so that no finalizer frees what closing forgot.
    List<Network> closed = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      closed.add(loadRunClose(input, reference.shape()));
    }
    long before = resident();
    for (int i = 0; i < 20; i++) {
      closed.add(loadRunClose(input, reference.shape()));
    }
    long growth = resident() - before;
    assertTrue(
        growth < MOST_GROWTH, "grew by " + (growth >> 20) + " MiB in 20 loads of " + closed.size());
  }

  /** The shards' way: each has its own, and they ask at once. */
  @Test
  void severalAskedAtOnceAnswerAsOneAlone() throws Exception {
    Reference reference = Reference.of(ModelName.MOBILEFACENET);
    float[] alone;
    try (Network one = load(ModelName.MOBILEFACENET)) {
      alone = one.run(reference.input(), reference.shape(), NetworkContract::copy);
    }
    List<Callable<Boolean>> shards =
        Collections.nCopies(
            4,
            () -> {
              ByteBuffer input = reference.input();
              for (int loads = 0; loads < 3; loads++) {
                try (Network own = load(ModelName.MOBILEFACENET)) {
                  for (int i = 0; i < 5; i++) {
                    float[] answer = own.run(input, reference.shape(), NetworkContract::copy);
                    assertArrayEquals(alone, answer, 1e-5f);
                  }
                }
              }
              return true;
            });
    try (ExecutorService threads = Executors.newFixedThreadPool(shards.size())) {
      for (Future<Boolean> shard : threads.invokeAll(shards)) {
        assertTrue(shard.get());
      }
    }
  }

  /** Whoever closes theirs takes nothing from the others. */
  @Test
  void eachIsClosedByItself() throws IOException {
    Reference reference = Reference.of(ModelName.MOBILEFACENET);
    try (Network stays = load(ModelName.MOBILEFACENET)) {
      Network goes = load(ModelName.MOBILEFACENET);
      goes.close();
      goes.close();
      assertEquals(
          512, stays.run(reference.input(), reference.shape(), NetworkContract::copy).length);
    }
  }

  @Test
  void manyThatAreOpenAtOnceHoldTheWeightsOnce() throws Throwable {
    assumeTrue(Files.exists(Path.of("/proc/self/statm")), "only Linux tells resident memory");
    Reference reference = Reference.of(ModelName.MOBILEFACENET);
    ByteBuffer input = reference.input();
    List<Network> open = new ArrayList<>();
    try (Network first = load(ModelName.MOBILEFACENET)) {
      var _ = first.run(input, reference.shape(), NetworkContract::copy);
      System.gc();
      long before = resident();
      for (int i = 0; i < 20; i++) {
        Network another = load(ModelName.MOBILEFACENET);
        open.add(another);
        var _ = another.run(input, reference.shape(), NetworkContract::copy);
      }
      System.gc();
      long growth = resident() - before;
      assertTrue(growth < MOST_GROWTH, "grew by " + (growth >> 20) + " MiB");
    } finally {
      open.forEach(Network::close);
    }
  }

  private Network loadRunClose(ByteBuffer input, long[] shape) {
    Network network = load(ModelName.MOBILEFACENET);
    try (network) {
      network.run(input, shape, NetworkContract::copy);
    }
    // The file's bytes lie in the Java heap, whose own growth must not look like a leak.
    System.gc();
    return network;
  }

  /** Bytes, without those that were freed and are only kept by the C library for the next use. */
  private static long resident() throws Throwable {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> trim = linker.defaultLookup().find("malloc_trim");
    if (trim.isPresent()) {
      FunctionDescriptor signature =
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
      int trimmed = (int) linker.downcallHandle(trim.get(), signature).invokeExact(0L);
      assertTrue(trimmed >= 0);
    }
    String statm = Files.readString(Path.of("/proc/self/statm"));
    return Long.parseLong(statm.substring(statm.indexOf(' ') + 1).split(" ", 2)[0]) * 4096;
  }
}
