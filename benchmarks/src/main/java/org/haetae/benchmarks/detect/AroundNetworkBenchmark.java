package org.haetae.benchmarks.detect;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.haetae.app.Home;
import org.haetae.benchmarks.bound.ReplayedNetwork;
import org.haetae.benchmarks.material.Scene;
import org.haetae.domain.face.DetectedFace;
import org.haetae.models.detect.CenterFaceDetector;
import org.haetae.models.djl.DjlNetworks;
import org.haetae.models.network.EngineKind;
import org.haetae.models.picture.Region;
import org.haetae.models.weights.ModelName;
import org.haetae.models.weights.WeightStore;
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

/**
 * A whole pass of the detector whose network answers at once with what it said before: resampling,
 * widening, decoding of the maps and suppression are left.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AroundNetworkBenchmark {
  private final Scene scene = Scene.open();
  private final Region whole = Region.whole(scene.frame());
  private final CenterFaceDetector detector =
      new CenterFaceDetector(
          new ReplayedNetwork(
              new DjlNetworks(WeightStore.open(Home.weights()))
                  .load(ModelName.CENTERFACE, EngineKind.ONNX_RUNTIME)),
          640 * 384);

  @Benchmark
  public List<DetectedFace> passWithoutNetwork() {
    return detector.detect(scene.frame(), whole, 36);
  }

  @TearDown
  public void close() {
    detector.close();
    scene.close();
  }
}
