package org.haetae.benchmarks.material;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.pipeline.match.Gallery;

/** Made-up embeddings, the same at every run. Nobody's face is behind them. */
public final class Vectors {
  public static final int DIMENSION = 512;

  private static final ModelId MODEL = new ModelId("made-up", "1");

  private Vectors() {}

  /** A direction that {@code seed} decides. */
  public static Embedding embedding(long seed) {
    Random random = new Random(seed);
    float[] vector = new float[DIMENSION];
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return Embedding.normalised(vector);
  }

  /** The components of {@link #embedding}. */
  public static float[] components(long seed) {
    float[] vector = new float[DIMENSION];
    embedding(seed).copyTo(vector, 0);
    return vector;
  }

  /** A gallery whose identities have the embeddings of the seeds from 0 on. */
  public static Gallery gallery(int identities) {
    List<WatchlistEntry> entries = new ArrayList<>();
    for (int i = 0; i < identities; i++) {
      Template template = new Template(embedding(i), 0.9f, MODEL);
      entries.add(
          new WatchlistEntry(
              new RespondentId("nobody-%06d".formatted(i)), List.of(template), false));
    }
    return Gallery.of(entries, MODEL);
  }
}
