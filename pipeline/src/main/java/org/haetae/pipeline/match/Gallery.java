package org.haetae.pipeline.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.EmbeddingMean;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.pipeline.match.DotProducts.Best;

/**
 * An immutable set of identities, one unit vector each: the quality-weighted mean of a respondent's
 * templates. Search is exact. Safe for use by many threads.
 */
public final class Gallery {
  /** From so many on, a first look by bytes pays for turning the probe into some (ADR 0031). */
  private static final int MANY = 1000;

  private static final Gallery EMPTY = new Gallery(List.of(), new float[0], 0);

  private final List<RespondentId> identities;
  private final Map<RespondentId, Integer> rows = new HashMap<>();
  private final float[] vectors;
  private final int dimension;
  private final Optional<ByteRows> bytes;

  private Gallery(List<RespondentId> identities, float[] vectors, int dimension) {
    this.identities = identities;
    this.vectors = vectors;
    this.dimension = dimension;
    bytes =
        identities.size() >= MANY && ByteRows.takes(dimension)
            ? Optional.of(new ByteRows(vectors, dimension, identities.size()))
            : Optional.empty();
    for (int row = 0; row < identities.size(); row++) {
      rows.put(identities.get(row), row);
    }
  }

  /** A gallery that matches nobody. */
  public static Gallery empty() {
    return EMPTY;
  }

  /**
   * A gallery of those entries.
   *
   * @throws IllegalArgumentException when a template comes from another model than {@code model}
   */
  public static Gallery of(Collection<WatchlistEntry> entries, ModelId model) {
    if (entries.isEmpty()) {
      return EMPTY;
    }
    List<WatchlistEntry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(WatchlistEntry::respondent));
    int dimension = sorted.getFirst().templates().getFirst().embedding().dimension();
    float[] vectors = new float[sorted.size() * dimension];
    List<RespondentId> identities = new ArrayList<>();
    for (WatchlistEntry entry : sorted) {
      mean(entry, model).copyTo(vectors, identities.size() * dimension);
      identities.add(entry.respondent());
    }
    return new Gallery(List.copyOf(identities), vectors, dimension);
  }

  private static Embedding mean(WatchlistEntry entry, ModelId model) {
    EmbeddingMean mean = new EmbeddingMean();
    for (Template template : entry.templates()) {
      if (!template.model().equals(model)) {
        throw new IllegalArgumentException(
            "a template of respondent %s comes from %s, but this pipeline runs %s: enrol the photographs again"
                .formatted(entry.respondent(), template.model(), model));
      }
      mean.add(template.embedding(), Math.max(0.05f, template.quality()));
    }
    return mean.mean();
  }

  /** How many identities there are. */
  public int size() {
    return identities.size();
  }

  /** Whether an identity is in the gallery. */
  public boolean contains(RespondentId identity) {
    return rows.containsKey(identity);
  }

  /** The identities, in a fixed order. */
  public List<RespondentId> identities() {
    return identities;
  }

  /**
   * The nearest identity.
   *
   * @param probe unit vector of this gallery's dimension
   */
  public Optional<Match> nearest(float[] probe) {
    if (identities.isEmpty()) {
      return Optional.empty();
    }
    Best best =
        bytes.isPresent()
            ? bytes.get().best(probe)
            : DotProducts.best(vectors, dimension, identities.size(), probe);
    return Optional.of(new Match(identities.get(best.row()), best.dot()));
  }

  /** The cosine with one identity; empty where it is not in the gallery. */
  public Optional<Match> score(RespondentId identity, float[] probe) {
    Integer row = rows.get(identity);
    return row == null
        ? Optional.empty()
        : Optional.of(new Match(identity, DotProducts.dot(vectors, row * dimension, probe)));
  }
}
