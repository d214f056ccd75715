package org.haetae.casework.watchlist;

import java.util.ArrayList;
import java.util.List;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.EmbeddingMean;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.watchlist.WatchlistEntry;

/**
 * Finds one face under two names. Nobody is merged: a person must say which of the two it is. Takes
 * half the square of the entries in comparisons.
 */
public final class SameFaces {
  /** Above this cosine two means of templates show one face (see the embedder's model card). */
  private static final float SAME_FACE = 0.55f;

  private SameFaces() {}

  /** Two names, and the cosine of their faces. */
  public record Pair(RespondentId one, RespondentId other, float cosine) {}

  /** All entries must come from one model. */
  public static List<Pair> of(List<WatchlistEntry> entries) {
    List<Embedding> means = entries.stream().map(SameFaces::mean).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int a = 0; a < entries.size(); a++) {
      for (int b = a + 1; b < entries.size(); b++) {
        float cosine = means.get(a).cosine(means.get(b));
        if (cosine >= SAME_FACE) {
          pairs.add(new Pair(entries.get(a).respondent(), entries.get(b).respondent(), cosine));
        }
      }
    }
    return pairs;
  }

  private static Embedding mean(WatchlistEntry entry) {
    EmbeddingMean mean = new EmbeddingMean();
    entry.templates().forEach(template -> mean.add(template.embedding(), 1));
    return mean.mean();
  }
}
