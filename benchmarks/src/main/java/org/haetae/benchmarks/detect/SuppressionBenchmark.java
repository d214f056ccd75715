package org.haetae.benchmarks.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.haetae.domain.face.DetectedFace;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.Landmarks;
import org.haetae.models.detect.NonMaximumSuppression;
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
import org.openjdk.jmh.annotations.Warmup;

/** Suppression among boxes that come in heaps of about five, as a detector gives them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SuppressionBenchmark {
  @Param({"10", "100", "500"})
  int boxes = 10;

  private List<DetectedFace> faces = List.of();

  @Setup
  public void scatter() {
    Random random = new Random(7);
    List<DetectedFace> made = new ArrayList<>();
    float x = 0;
    float y = 0;
    for (int i = 0; i < boxes; i++) {
      if (i % 5 == 0) {
        x = random.nextFloat() * 600;
        y = random.nextFloat() * 340;
      }
      FaceBox box = new FaceBox(x + random.nextFloat() * 6, y + random.nextFloat() * 6, 30, 38);
      made.add(new DetectedFace(box, landmarks(box), 0.5f + random.nextFloat() / 2));
    }
    faces = List.copyOf(made);
  }

  private static Landmarks landmarks(FaceBox box) {
    float x = box.x();
    float y = box.y();
    return new Landmarks(
        x + 9, y + 14, x + 21, y + 14, x + 15, y + 21, x + 10, y + 29, x + 20, y + 29);
  }

  @Benchmark
  public List<DetectedFace> suppress() {
    return NonMaximumSuppression.apply(faces, 0.3f);
  }
}
