package org.haetae.pipeline.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.id.RespondentId;
import org.haetae.pipeline.looks.Look;
import org.haetae.pipeline.match.Gallery;
import org.haetae.pipeline.match.Match;
import org.jspecify.annotations.Nullable;

/**
 * What a track's looks say about whom it might be. Each look adds its log-likelihood ratio,
 * weighted by quality and bounded, so that no single look can decide; a sighting needs the sum to
 * reach Wald's bound <em>and</em> the quality-weighted mean cosine to reach the threshold that
 * follows from the target rate and the gallery's size. The mean guards against look-alikes, whose
 * looks all err in the same direction. One thread at a time.
 */
public final class TrackEvidence {
  /** Identities that a track is compared with in earnest; beyond them the weakest is dropped. */
  private static final int MOST_CANDIDATES = 5;

  /** A first look this much below the threshold does not make a candidate. */
  private static final double HOPELESS = 0.3;

  private final EvidencePolicy policy;
  private final List<Candidate> candidates = new ArrayList<>(MOST_CANDIDATES);
  private @Nullable Bounds lastBounds;
  private float[] probe = new float[0];
  private int looks;
  private double lastSeconds = Double.NEGATIVE_INFINITY;
  private float largest;

  public TrackEvidence(EvidencePolicy policy) {
    this.policy = policy;
  }

  /**
   * Takes in a look.
   *
   * @return the identity and the evidence when they are enough now
   */
  public Optional<Decision> add(Look look, Gallery gallery) {
    Bounds bounds = boundsFor(gallery.size());
    float[] vector = probeOf(look);
    looks++;
    lastSeconds = look.seconds();
    largest = Math.max(largest, look.face().box().height());
    candidates.removeIf(candidate -> !gallery.contains(candidate.respondent));
    gallery.nearest(vector).ifPresent(match -> consider(match, bounds));
    for (Candidate candidate : candidates) {
      gallery
          .score(candidate.respondent, vector)
          .ifPresent(match -> candidate.add(match.score(), look, policy.fewestLooks(), bounds));
    }
    return candidates.stream()
        .filter(candidate -> candidate.isEnough(policy.fewestLooks(), bounds))
        .max((a, b) -> Double.compare(a.mean(), b.mean()))
        .map(candidate -> new Decision(candidate.respondent, candidate.evidence(policy, bounds)));
  }

  private Bounds boundsFor(int gallerySize) {
    Bounds known = lastBounds;
    if (known == null || known.gallerySize() != gallerySize) {
      known = Bounds.of(policy, gallerySize);
      lastBounds = known;
    }
    return known;
  }

  private float[] probeOf(Look look) {
    if (probe.length != look.embedding().dimension()) {
      probe = new float[look.embedding().dimension()];
    }
    look.embedding().copyTo(probe, 0);
    return probe;
  }

  private void consider(Match match, Bounds bounds) {
    boolean known =
        candidates.stream().anyMatch(candidate -> candidate.respondent.equals(match.respondent()));
    if (known || match.score() < bounds.score() - HOPELESS) {
      return;
    }
    if (candidates.size() == MOST_CANDIDATES) {
      candidates.stream()
          .min((a, b) -> Double.compare(a.logLikelihoodRatio, b.logLikelihoodRatio))
          .ifPresent(candidates::remove);
    }
    candidates.add(new Candidate(match.respondent()));
  }

  /** Looks so far. */
  public int looks() {
    return looks;
  }

  /** Media time of the last look, −∞ before the first. */
  public double lastSeconds() {
    return lastSeconds;
  }

  /** Height of the largest face looked at, in pixels. */
  public float largest() {
    return largest;
  }

  /** Whether some identity is more likely than not. */
  public boolean promising() {
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).logLikelihoodRatio > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * How those stand with whom the track is compared in earnest, at most {@value #MOST_CANDIDATES},
   * enough or not. For measurements: nothing of it is a finding.
   */
  public List<Decision> standing() {
    Bounds bounds = lastBounds;
    if (bounds == null) {
      return List.of();
    }
    return candidates.stream()
        .map(candidate -> new Decision(candidate.respondent, candidate.evidence(policy, bounds)))
        .toList();
  }

  /** Who it is, and why. */
  public record Decision(RespondentId respondent, Evidence evidence) {}

  private static final class Candidate {
    private final RespondentId respondent;
    private int count;
    private final BestLooks best = new BestLooks();
    private double logLikelihoodRatio;
    private double firstSeconds = Double.NaN;
    private double lastSeconds;

    Candidate(RespondentId respondent) {
      this.respondent = respondent;
    }

    void add(double score, Look look, int fewestLooks, Bounds bounds) {
      double weight = Math.max(0.05, look.quality().unified());
      double height = look.face().box().height();
      double ratio =
          ScoreModel.genuine(height).logDensity(score) - ScoreModel.impostor().logDensity(score);
      double most = bounds.accept() / fewestLooks * 1.25;
      logLikelihoodRatio += weight * Math.clamp(ratio, -most, most);
      // A test that gave up begins anew: a profile or a far face must not spoil a good look later.
      logLikelihoodRatio = Math.max(logLikelihoodRatio, bounds.reject());
      best.offer(weight * ScoreModel.discrimination(height), score);
      count++;
      if (Double.isNaN(firstSeconds)) {
        firstSeconds = look.seconds();
      }
      lastSeconds = look.seconds();
    }

    double mean() {
      return best.mean();
    }

    boolean isEnough(int fewestLooks, Bounds bounds) {
      return count >= fewestLooks
          && logLikelihoodRatio >= bounds.accept()
          && mean() >= bounds.score();
    }

    Evidence evidence(EvidencePolicy policy, Bounds bounds) {
      return new Evidence(
          count,
          Duration.ofNanos(Math.round((lastSeconds - firstSeconds) * 1e9)),
          mean(),
          bounds.score(),
          logLikelihoodRatio,
          bounds.accept(),
          policy.falsePositiveRate(),
          bounds.gallerySize(),
          Optional.empty());
    }
  }
}
