package org.haetae.benchmarks.bound;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haetae.app.Home;
import org.haetae.models.djl.DjlNetworks;
import org.haetae.models.network.EngineKind;
import org.haetae.models.network.Network;
import org.haetae.models.weights.ModelName;
import org.haetae.models.weights.WeightStore;

/** Prints what one call of each shipped network costs on each engine, one thread each. */
public final class EngineTable {
  private static final int WARM_UP = 20;

  private final WeightStore weights = WeightStore.open(Home.weights());
  private final DjlNetworks networks = new DjlNetworks(weights);
  private final int rounds;
  private float sink;

  private EngineTable(int rounds) {
    this.rounds = rounds;
  }

  /**
   * @param arguments how many rounds are measured, by default 100
   */
  public static void main(String[] arguments) {
    EngineTable table =
        new EngineTable(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100);
    System.out.println("| network | engine | median ms | p10 – p90 | against bare ONNX Runtime |");
    System.out.println("|---|---|---|---|---|");
    table.compare(ModelName.MOBILEFACENET, 1, 3, 112, 112);
    table.compare(ModelName.CENTERFACE, 1, 3, 384, 640);
    table.compare(ModelName.CENTERFACE, 1, 3, 192, 320);
    System.out.printf("%n(checksum %g)%n", table.sink);
  }

  private void compare(ModelName model, int... shape) {
    long[] wide = Arrays.stream(shape).asLongStream().toArray();
    String onnx = Home.weights().resolve(model.id() + ".onnx").toString();
    ByteBuffer input = Grey.bytes(wide);
    // DJL first: it insists on making ONNX Runtime's environment itself.
    try (Network onnxRuntime = networks.load(model, EngineKind.ONNX_RUNTIME);
        Network torch = networks.load(model, EngineKind.PYTORCH);
        BareOnnx bare = new BareOnnx(weights, model, 1, input.asFloatBuffer(), wide);
        BareDnn dnn = new BareDnn(onnx, shape)) {
      Map<String, Runnable> engines = new LinkedHashMap<>();
      engines.put("ONNX Runtime, bare", bare::run);
      engines.put("ONNX Runtime through DJL", () -> ask(onnxRuntime, input, wide));
      engines.put("PyTorch through DJL", () -> ask(torch, input, wide));
      engines.put("OpenCV dnn, bare", dnn::run);
      print("%s %d×%d".formatted(model.id(), shape[3], shape[2]), measure(engines));
      sink += bare.sink();
    }
  }

  private void ask(Network network, ByteBuffer input, long[] shape) {
    sink += network.run(input, shape, outputs -> outputs.values(0).get(0));
  }

  /** All engines in turn in every round, so that the machine's other work falls on all. */
  private Map<String, List<Double>> measure(Map<String, Runnable> engines) {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      for (Map.Entry<String, Runnable> engine : engines.entrySet()) {
        double millis = Interleaved.millis(engine.getValue());
        if (round >= 0) {
          times.computeIfAbsent(engine.getKey(), _ -> new ArrayList<>()).add(millis);
        }
      }
    }
    times.values().forEach(list -> list.sort(null));
    return times;
  }

  private static void print(String network, Map<String, List<Double>> times) {
    double bare = at(times.values().iterator().next(), 0.5);
    times.forEach(
        (engine, list) ->
            System.out.printf(
                "| %s | %s | %.2f | %.2f – %.2f | %.2f |%n",
                network,
                engine,
                at(list, 0.5),
                at(list, 0.1),
                at(list, 0.9),
                at(list, 0.5) / bare));
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }
}
