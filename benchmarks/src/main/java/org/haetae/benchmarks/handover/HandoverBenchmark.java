package org.haetae.benchmarks.handover;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From handing a mail over to seeing it read: the sender spins until then, the receiver sleeps
 * while it has nothing, as a shard does between frames.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HandoverBenchmark {
  @Param({"ring", "array", "transfer", "synchronous"})
  String way = "ring";

  private final Mail mail = new Mail();
  private Handover handover = new RingHandover();
  private long sent;

  @Setup
  public void open() {
    handover.close();
    handover =
        switch (way) {
          case "ring" -> new RingHandover();
          case "array" -> new QueueHandover(new ArrayBlockingQueue<>(8));
          case "transfer" -> new QueueHandover(new LinkedTransferQueue<>());
          case "synchronous" -> new QueueHandover(new SynchronousQueue<>());
          default -> throw new IllegalArgumentException(way);
        };
  }

  @Benchmark
  public long roundTrip() {
    sent++;
    handover.send(mail);
    while (mail.read() != sent) {
      Thread.onSpinWait();
    }
    return sent;
  }

  @TearDown
  public void close() {
    handover.close();
  }
}
