package org.haetae.benchmarks.align;

import java.util.concurrent.TimeUnit;
import org.haetae.benchmarks.material.Scene;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.Landmarks;
import org.haetae.models.align.AlignedFace;
import org.haetae.models.align.FaceAligner;
import org.haetae.models.align.FaceCropper;
import org.haetae.models.picture.PlanarRgb;
import org.haetae.models.picture.Region;
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

/** Cutting a face of about 60 pixels out of a frame and turning it upright. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AlignBenchmark {
  private static final int SIDE = 112;

  private final Scene scene = Scene.open();
  private final FaceCropper cropper = new FaceCropper();
  private final Region region = around(scene);
  private final PlanarRgb crop = new PlanarRgb(region.width(), region.height());
  private final Landmarks landmarks = scene.face().landmarks().mapped(region.x(), region.y(), 1);
  private final AlignedFace aligned = new AlignedFace();

  private static Region around(Scene scene) {
    FaceBox box = scene.face().box();
    return Region.clamped(
        box.centreX() - SIDE / 2f, box.centreY() - SIDE / 2f, SIDE, SIDE, scene.frame());
  }

  /** Crop and warp. */
  @Benchmark
  public AlignedFace cropAndAlign() {
    return cropper.align(scene.frame(), scene.face());
  }

  /** The crop alone. */
  @Benchmark
  public PlanarRgb crop() {
    scene.frame().read(region, region.width(), region.height(), crop);
    return crop;
  }

  /** The warp alone. */
  @Benchmark
  public AlignedFace align() {
    FaceAligner.align(crop, landmarks, aligned);
    return aligned;
  }

  @TearDown
  public void close() {
    cropper.close();
    crop.close();
    scene.close();
  }
}
