package org.haetae.pipeline.match;

import java.util.List;
import java.util.Random;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.watchlist.WatchlistEntry;

/** Made-up faces: random directions, which in 512 dimensions are all nearly at right angles. */
public final class Faces {
  public static final ModelId MODEL = new ModelId("made-up", "1");

  private Faces() {}

  public static Embedding of(long person) {
    return Embedding.normalised(direction(person));
  }

  /** A face whose cosine with {@link #of} that person is {@code cosine}. */
  public static Embedding like(long person, double cosine, long variation) {
    float[] base = direction(person);
    float[] other = direction(variation + 1_000_003);
    double along = 0;
    for (int i = 0; i < 512; i++) {
      along += base[i] * other[i];
    }
    double norm = 0;
    for (int i = 0; i < 512; i++) {
      other[i] -= (float) (along * base[i]);
      norm += other[i] * other[i];
    }
    float[] mixed = new float[512];
    double across = Math.sqrt(1 - cosine * cosine) / Math.sqrt(norm);
    for (int i = 0; i < 512; i++) {
      mixed[i] = (float) (cosine * base[i] + across * other[i]);
    }
    return Embedding.normalised(mixed);
  }

  public static WatchlistEntry entry(String id, long person) {
    return new WatchlistEntry(
        new RespondentId(id), List.of(new Template(of(person), 0.9f, MODEL)), false);
  }

  private static float[] direction(long seed) {
    Random random = new Random(seed);
    float[] values = new float[512];
    double norm = 0;
    for (int i = 0; i < 512; i++) {
      values[i] = (float) random.nextGaussian();
      norm += values[i] * values[i];
    }
    for (int i = 0; i < 512; i++) {
      values[i] /= (float) Math.sqrt(norm);
    }
    return values;
  }
}
