package org.haetae.app.evaluation.video;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.haetae.console.site.RecordingErrors;
import org.haetae.console.site.RecordingErrors.Target;
import org.haetae.pipeline.evidence.EvidencePolicy;

/**
 * What recordings say of the whole pipeline.
 *
 * @param identified share of mated searches with an alert for the right person (TPIR)
 * @param falselyIdentified share of non-mated searches with any alert (FPIR)
 * @param mistaken share of mated searches with an alert for a wrong person
 * @param misses by cause, every cause named
 */
public record VideoEvaluation(
    Setting setting,
    Bootstrap bootstrap,
    Searches searches,
    Rate identified,
    Rate falselyIdentified,
    Rate mistaken,
    Map<MissCause, Integer> misses,
    Delays sinceTelling,
    Delays sinceAppeared,
    Tradeoff tradeoff,
    List<Breakdown> breakdowns) {
  /** Which targets a site may choose from. */
  private static final List<Double> TARGETS = List.of(1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6);

  public VideoEvaluation {
    misses = Map.copyOf(misses);
    breakdowns = List.copyOf(breakdowns);
  }

  /**
   * What a site keeps of it: what its target has given, and what each power of ten would have.
   *
   * @param policy with which it was measured
   */
  public RecordingErrors numbers(EvidencePolicy policy, Instant measured) {
    int gallerySize = setting.demands().gallerySize();
    double set = setting.demands().targetRate();
    NavigableSet<Double> rates = new TreeSet<>(TARGETS);
    rates.add(set);
    return new RecordingErrors(
        measured.truncatedTo(ChronoUnit.SECONDS),
        setting.model(),
        setting.clips(),
        setting.seconds(),
        gallerySize,
        set,
        rates.descendingSet().stream()
            .map(
                rate ->
                    new Target(
                        rate,
                        policy.withFalsePositiveRate(rate).scoreThreshold(gallerySize),
                        identified(rate, set).share(),
                        falselyIdentified(rate, set).share()))
            .toList());
  }

  private Rate identified(double rate, double set) {
    return rate == set
        ? identified
        : Tradeoff.identified(searches, Math.log10(set / rate), bootstrap);
  }

  private Rate falselyIdentified(double rate, double set) {
    return rate == set
        ? falselyIdentified
        : Tradeoff.falselyIdentified(searches, Math.log10(set / rate), bootstrap);
  }

  /** Counts. */
  public static VideoEvaluation of(Searches searches, Setting setting, Bootstrap bootstrap) {
    List<MatedSearch> mated = searches.mated();
    Map<MissCause, Integer> misses = new EnumMap<>(MissCause.class);
    for (MissCause cause : MissCause.values()) {
      misses.put(
          cause,
          (int)
              mated.stream().filter(one -> one.cause().filter(cause::equals).isPresent()).count());
    }
    return new VideoEvaluation(
        setting,
        bootstrap,
        searches,
        Rate.of(
            mated.stream()
                .map(one -> new Outcome(one.passage().person(), one.cause().isEmpty()))
                .toList(),
            bootstrap),
        Rate.of(
            searches.nonMated().stream()
                .map(one -> new Outcome(one.identity(), one.alerted()))
                .toList(),
            bootstrap),
        Rate.of(
            mated.stream().map(one -> new Outcome(one.passage().person(), one.mistaken())).toList(),
            bootstrap),
        misses,
        Delays.of(mated, Passage::firstTelling, MatedSearch::sinceTelling, bootstrap),
        Delays.of(mated, Passage::firstFacing, MatedSearch::sinceAppeared, bootstrap),
        Tradeoff.of(searches, bootstrap),
        Stream.of(Bands.height(), Bands.yaw(), Bands.light())
            .map(bands -> Breakdown.of(searches, bands, bootstrap))
            .toList());
  }
}
