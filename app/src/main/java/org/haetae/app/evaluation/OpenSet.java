package org.haetae.app.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.EmbeddingMean;
import org.jspecify.annotations.Nullable;

/**
 * Open-set identification after ISO/IEC 19795-1, each photograph once as a probe. Mated search: the
 * gallery holds the mean of each identity, the probe's own made without the probe. Non-mated
 * search: the same gallery without the probe's identity.
 */
public final class OpenSet {
  private OpenSet() {}

  /**
   * The scores of all searches.
   *
   * @param mated score of the right identity where it came first, else −1
   * @param nonMated score of whoever came first
   */
  public record Scores(List<Double> mated, List<Double> nonMated) {}

  static Scores search(List<Sample> samples) {
    return search(samples, samples);
  }

  /**
   * The same with other pictures as probes.
   *
   * @param probes pictures of enrolled people; a probe of the same file as an enrolled photograph
   *     is held to be another version of it, which is then left out of the mean
   */
  public static Scores search(List<Sample> samples, List<Sample> probes) {
    Map<String, List<Sample>> byIdentity = new LinkedHashMap<>();
    samples.forEach(s -> byIdentity.computeIfAbsent(s.identity(), k -> new ArrayList<>()).add(s));
    Map<String, Embedding> means = new LinkedHashMap<>();
    byIdentity.forEach((identity, own) -> means.put(identity, mean(own, null)));
    List<Double> mated = new ArrayList<>();
    List<Double> nonMated = new ArrayList<>();
    for (Sample probe : probes) {
      double others = -1;
      for (Map.Entry<String, Embedding> entry : means.entrySet()) {
        if (!entry.getKey().equals(probe.identity())) {
          others = Math.max(others, entry.getValue().cosine(probe.embedding()));
        }
      }
      nonMated.add(others);
      List<Sample> own = byIdentity.getOrDefault(probe.identity(), List.of());
      if (own.stream().anyMatch(sample -> isAnother(sample, probe))) {
        double right = mean(own, probe).cosine(probe.embedding());
        mated.add(right > others ? right : -1);
      }
    }
    return new Scores(mated, nonMated);
  }

  private static Embedding mean(List<Sample> samples, @Nullable Sample without) {
    EmbeddingMean mean = new EmbeddingMean();
    for (Sample sample : samples) {
      if (without == null || isAnother(sample, without)) {
        mean.add(sample.embedding(), 1);
      }
    }
    return mean.mean();
  }

  private static boolean isAnother(Sample sample, Sample probe) {
    return !sample.file().equals(probe.file()) || !sample.identity().equals(probe.identity());
  }
}
