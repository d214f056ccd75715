package org.haetae.benchmarks.match;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.FloatPointer;
import org.haetae.benchmarks.material.Vectors;
import org.haetae.pipeline.match.DotProducts;
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
 * The nearest of many rows, exactly: the product's SIMD loop, a plain loop, and OpenBLAS on one
 * thread, whose rows and probe lie in native memory beforehand and whose scores are looked through
 * in Java.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatchBenchmark {
  @Param({"1000", "10000", "100000"})
  int rows = 1000;

  private final float[] probe = Vectors.components(5);
  private final FloatPointer nativeProbe = new FloatPointer(probe);
  private float[] gallery = new float[0];
  private float[] scores = new float[0];
  private FloatPointer nativeGallery = new FloatPointer();
  private FloatPointer nativeScores = new FloatPointer();

  @Setup
  public void fill() {
    blas_set_num_threads(1);
    Random random = new Random(3);
    gallery = new float[rows * Vectors.DIMENSION];
    for (int i = 0; i < gallery.length; i++) {
      gallery[i] = random.nextFloat() - 0.5f;
    }
    scores = new float[rows];
    nativeGallery = new FloatPointer(gallery);
    nativeScores = new FloatPointer((long) rows);
  }

  @Benchmark
  public DotProducts.Best simd() {
    return DotProducts.best(gallery, Vectors.DIMENSION, rows, probe);
  }

  @Benchmark
  public int plainLoop() {
    int best = 0;
    float most = Float.NEGATIVE_INFINITY;
    for (int row = 0; row < rows; row++) {
      float dot = 0;
      int offset = row * Vectors.DIMENSION;
      for (int i = 0; i < Vectors.DIMENSION; i++) {
        dot += gallery[offset + i] * probe[i];
      }
      if (dot > most) {
        most = dot;
        best = row;
      }
    }
    return best;
  }

  @Benchmark
  public int openBlas() {
    cblas_sgemv(
        CblasRowMajor,
        CblasNoTrans,
        rows,
        Vectors.DIMENSION,
        1,
        nativeGallery,
        Vectors.DIMENSION,
        nativeProbe,
        1,
        0,
        nativeScores,
        1);
    nativeScores.get(scores);
    int best = 0;
    for (int row = 1; row < rows; row++) {
      if (scores[row] > scores[best]) {
        best = row;
      }
    }
    return best;
  }

  @TearDown
  public void free() {
    nativeGallery.close();
    nativeScores.close();
    nativeProbe.close();
  }
}
