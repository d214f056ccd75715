package org.haetae.benchmarks.match;

import java.util.Locale;
import java.util.Random;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.haetae.benchmarks.material.Vectors;
import org.haetae.pipeline.match.ByteRows;
import org.haetae.pipeline.match.DotProducts;
import org.haetae.pipeline.match.DotProducts.Best;

/**
 * Single probes against a growing number of rows, on one thread: the product's pass, a first pass
 * over bytes with an exact second look, and a plain sum of the rows as the bound that memory sets.
 * The three take turns, probe by probe; one JSON object a line.
 */
public final class MatchGrowth {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int PROBES = 64;

  private final int rows;
  private final float[] gallery;
  private final ByteRows small;
  private final float[][] probes = new float[PROBES][];
  private float kept;

  private MatchGrowth(int rows) {
    this.rows = rows;
    Random random = new Random(3);
    gallery = new float[Math.multiplyExact(rows, Vectors.DIMENSION)];
    for (int row = 0; row < rows; row++) {
      fill(gallery, row * Vectors.DIMENSION, random);
    }
    for (int i = 0; i < PROBES; i++) {
      probes[i] = new float[Vectors.DIMENSION];
      fill(probes[i], 0, random);
    }
    small = new ByteRows(gallery, Vectors.DIMENSION, rows);
  }

  /** A direction; quicker than {@link Vectors} with a million of them. */
  private static void fill(float[] target, int offset, Random random) {
    double square = 0;
    for (int i = 0; i < Vectors.DIMENSION; i++) {
      float value = random.nextFloat() + random.nextFloat() + random.nextFloat() - 1.5f;
      target[offset + i] = value;
      square += value * value;
    }
    float scale = (float) (1 / Math.sqrt(square));
    for (int i = 0; i < Vectors.DIMENSION; i++) {
      target[offset + i] *= scale;
    }
  }

  /**
   * @param arguments seconds for each number of rows, then the numbers
   */
  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      System.err.println("usage: MatchGrowth SECONDS ROWS...");
      System.exit(2);
    }
    double seconds = Double.parseDouble(arguments[0]);
    new MatchGrowth(2_000).run(4, false);
    for (int i = 1; i < arguments.length; i++) {
      new MatchGrowth(Integer.parseInt(arguments[i])).run(seconds, true);
    }
  }

  private void run(double seconds, boolean print) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    Times plain = new Times();
    Times bytes = new Times();
    Times sum = new Times();
    int turns = 0;
    long looked = small.looked();
    while (turns < Times.MOST && (System.nanoTime() < end || turns < 20)) {
      float[] probe = probes[turns % PROBES];
      plain.begin();
      Best exact = DotProducts.best(gallery, Vectors.DIMENSION, rows, probe);
      plain.end();
      bytes.begin();
      Best quick = small.best(probe);
      bytes.end();
      sum.begin();
      kept += sum();
      sum.end();
      if (!exact.equals(quick)) {
        throw new IllegalStateException("%s is not %s".formatted(quick, exact));
      }
      turns++;
    }
    if (print) {
      print("Haetae, plain pass", plain, 0);
      print("Haetae, bytes first", bytes, (double) (small.looked() - looked) / turns);
      print("sum of the rows", sum, 0);
    } else if (Float.isNaN(kept)) {
      System.err.println("a sum that nobody needs");
    }
  }

  /** Reads every row once, with as little arithmetic as there can be. */
  private float sum() {
    FloatVector a = FloatVector.zero(SPECIES);
    FloatVector b = FloatVector.zero(SPECIES);
    FloatVector c = FloatVector.zero(SPECIES);
    FloatVector d = FloatVector.zero(SPECIES);
    for (int i = 0; i < gallery.length; i += 4 * LANES) {
      a = a.add(FloatVector.fromArray(SPECIES, gallery, i));
      b = b.add(FloatVector.fromArray(SPECIES, gallery, i + LANES));
      c = c.add(FloatVector.fromArray(SPECIES, gallery, i + 2 * LANES));
      d = d.add(FloatVector.fromArray(SPECIES, gallery, i + 3 * LANES));
    }
    return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
  }

  private void print(String who, Times times, double looked) {
    double median = times.wall(0.5);
    System.out.printf(
        Locale.ROOT,
        "{\"who\": \"%s\", \"rows\": %d, \"probes\": %d, \"medianUs\": %.2f, \"p99Us\": %.2f,"
            + " \"p99ProcessorUs\": %.2f, \"gigabytesASecond\": %.1f, \"lookedAt\": %.1f}%n",
        who,
        rows,
        times.count(),
        median,
        times.wall(0.99),
        times.processor(0.99),
        4e-3 * rows * Vectors.DIMENSION / median,
        looked);
  }
}
