package org.haetae.app.evaluation.video;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
  public VideoEvaluation {
    misses = Map.copyOf(misses);
    breakdowns = List.copyOf(breakdowns);
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
