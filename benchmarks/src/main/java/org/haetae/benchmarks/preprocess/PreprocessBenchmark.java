package org.haetae.benchmarks.preprocess;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.TimeUnit;
import org.haetae.benchmarks.material.Scene;
import org.haetae.models.detect.FloatPlanes;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
import org.haetae.pipeline.motion.MotionGate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a 1280×720 frame at the sizes that the pipeline asks for, and widening it to floats. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PreprocessBenchmark {
  private final Scene scene = Scene.open();
  private final Region whole = Region.whole(scene.frame());
  private final PlanarRgb half = new PlanarRgb(640, 360);
  private final PlanarRgb padded = new PlanarRgb(640, 384);
  private final PlanarRgb thumbnail = new PlanarRgb(MotionGate.COLUMNS, MotionGate.ROWS);
  private final Arena arena = Arena.ofShared();
  private final MemorySegment floats = arena.allocate(3L * 640 * 384 * Float.BYTES, 64);

  @Benchmark
  public PlanarRgb readHalf() {
    scene.frame().read(whole, 640, 360, half);
    return half;
  }

  /** As the detector does it: the last rows stay black. */
  @Benchmark
  public PlanarRgb readHalfPadded() {
    scene.frame().read(whole, 640, 360, padded);
    return padded;
  }

  @Benchmark
  public PlanarRgb readThumbnail() {
    scene.frame().read(whole, MotionGate.COLUMNS, MotionGate.ROWS, thumbnail);
    return thumbnail;
  }

  @Benchmark
  public MemorySegment widen() {
    FloatPlanes.fill(padded, floats, 0, 1);
    return floats;
  }

  /** What {@link #widen} must beat to deserve its SIMD. */
  @Benchmark
  public MemorySegment widenPlainLoop() {
    int count = padded.width() * padded.height();
    for (int channel = 0; channel < 3; channel++) {
      MemorySegment plane = padded.plane(channel);
      for (int i = 0; i < count; i++) {
        floats.setAtIndex(
            ValueLayout.JAVA_FLOAT,
            (long) channel * count + i,
            plane.get(ValueLayout.JAVA_BYTE, i) & 0xFF);
      }
    }
    return floats;
  }

  @TearDown
  public void close() {
    half.close();
    padded.close();
    thumbnail.close();
    arena.close();
    scene.close();
  }
}
