package org.haetae.benchmarks.bound;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haetae.app.Home;
import org.haetae.models.weights.ModelName;
import org.haetae.models.weights.WeightStore;

/**
 * Prints how many answers a second shards get that work at once: from a session each with one
 * thread, from one session of one thread that all ask, and from one session whose threads share
 * each answer while the shards wait for each other. The ways take turns, so that the machine's
 * other work falls on all.
 */
public final class SessionTable {
  private static final int WARM_UP = 3;
  private static final int ANSWERS = 60;

  private final WeightStore weights = WeightStore.open(Home.weights());
  private final int shards;
  private final int rounds;

  private SessionTable(int shards, int rounds) {
    this.shards = shards;
    this.rounds = rounds;
  }

  /**
   * @param arguments how many shards and how many rounds, by default as many as processors and 20
   */
  public static void main(String[] arguments) {
    int processors = Runtime.getRuntime().availableProcessors();
    SessionTable table =
        new SessionTable(
            arguments.length > 0 ? Integer.parseInt(arguments[0]) : processors,
            arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20);
    System.out.println(
        "| network | way | answers a second, all shards together | against the first |");
    System.out.println("|---|---|---|---|");
    table.compare(ModelName.MOBILEFACENET, 1, 3, 112, 112);
    table.compare(ModelName.ULTRAFACE, 1, 3, 272, 480);
    table.compare(ModelName.CENTERFACE, 1, 3, 96, 96);
  }

  private void compare(ModelName model, long... shape) {
    ByteBuffer input = Grey.bytes(shape);
    List<BareOnnx> own = new ArrayList<>();
    try (BareOnnx shared = new BareOnnx(weights, model, 1, input.asFloatBuffer(), shape);
        BareOnnx wide = new BareOnnx(weights, model, shards, input.asFloatBuffer(), shape)) {
      IntStream.range(0, shards)
          .forEach(_ -> own.add(new BareOnnx(weights, model, 1, input.asFloatBuffer(), shape)));
      Map<String, Runnable> ways = new LinkedHashMap<>();
      ways.put("a session a shard, one thread each", () -> atOnce(own));
      ways.put("one session, one thread, asked by all", () -> atOnce(same(shared)));
      ways.put(
          "one session of %d threads, one shard after the other".formatted(shards),
          () -> inTurn(wide));
      print("%s %d×%d".formatted(model.id(), shape[3], shape[2]), measure(ways));
    } finally {
      own.forEach(BareOnnx::close);
    }
  }

  private List<BareOnnx> same(BareOnnx shared) {
    return IntStream.range(0, shards).mapToObj(_ -> shared).toList();
  }

  private void atOnce(List<BareOnnx> sessions) {
    Phaser done = new Phaser(1);
    for (BareOnnx session : sessions) {
      done.register();
      Thread.ofPlatform()
          .start(
              () -> {
                ask(session, ANSWERS);
                done.arriveAndDeregister();
              });
    }
    done.arriveAndAwaitAdvance();
  }

  private void inTurn(BareOnnx session) {
    ask(session, shards * ANSWERS);
  }

  private static void ask(BareOnnx session, int answers) {
    for (int i = 0; i < answers; i++) {
      session.run();
    }
  }

  private Map<String, List<Double>> measure(Map<String, Runnable> ways) {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      for (Map.Entry<String, Runnable> way : ways.entrySet()) {
        double millis = Interleaved.millis(way.getValue());
        if (round >= 0) {
          times.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).add(millis);
        }
      }
    }
    return times;
  }

  private void print(String network, Map<String, List<Double>> times) {
    List<Double> first = times.values().iterator().next();
    times.forEach(
        (way, millis) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f | %.2f |%n",
                network,
                way,
                shards * ANSWERS * 1000.0 / median(millis.stream()),
                median(IntStream.range(0, rounds).mapToObj(i -> first.get(i) / millis.get(i)))));
  }

  private static double median(Stream<Double> values) {
    List<Double> sorted = values.sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
