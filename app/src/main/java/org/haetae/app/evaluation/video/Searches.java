package org.haetae.app.evaluation.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.haetae.app.evaluation.video.Joining.Joined;
import org.haetae.app.evaluation.video.MatedSearch.LookResult;

/**
 * Open-set identification after ISO/IEC 19795-1. A mated search is a passage of somebody who is in
 * the gallery: a passage and not a track, since whoever is not detected has no track. A non-mated
 * search is a track of anybody else with at least one look, since that is what the pipeline's
 * target rate is a share of; tracks without a look were compared with nobody and are only counted.
 *
 * @param notCompared tracks of people who are not looked for, or of nobody, without a look
 */
public record Searches(List<MatedSearch> mated, List<NonMatedSearch> nonMated, int notCompared) {
  public Searches {
    mated = List.copyOf(mated);
    nonMated = List.copyOf(nonMated);
  }

  /** Everything that a run says. */
  public static Searches of(ClipRun run) {
    List<Joined> joined = Joining.join(run.tracks(), run.passages());
    List<MatedSearch> mated =
        run.passages().stream()
            .filter(passage -> run.gallery().contains(passage.person()))
            .map(passage -> mated(passage, tracksOf(passage, joined), run.demands()))
            .toList();
    List<Joined> others =
        joined.stream()
            .filter(
                one -> one.passage().filter(of -> run.gallery().contains(of.person())).isEmpty())
            .toList();
    return nonMated(mated, others, run);
  }

  /** Only the searches of one person who was left out of the gallery. */
  public static Searches leftOut(ClipRun run, String person) {
    List<Joined> own =
        Joining.join(run.tracks(), run.passages()).stream()
            .filter(one -> one.passage().filter(of -> of.person().equals(person)).isPresent())
            .toList();
    return nonMated(List.of(), own, run);
  }

  /** Both together. */
  public Searches and(Searches more) {
    List<MatedSearch> allMated = new ArrayList<>(mated);
    allMated.addAll(more.mated);
    List<NonMatedSearch> allNonMated = new ArrayList<>(nonMated);
    allNonMated.addAll(more.nonMated);
    return new Searches(allMated, allNonMated, notCompared + more.notCompared);
  }

  /** None yet. */
  public static Searches none() {
    return new Searches(List.of(), List.of(), 0);
  }

  private static List<ObservedTrack> tracksOf(Passage passage, List<Joined> joined) {
    return joined.stream()
        .filter(one -> one.passage().filter(passage::equals).isPresent())
        .map(Joined::track)
        .toList();
  }

  private static MatedSearch mated(Passage passage, List<ObservedTrack> tracks, Demands demands) {
    String person = passage.person();
    OptionalDouble alert =
        tracks.stream()
            .flatMap(track -> track.alert().stream())
            .filter(one -> one.person().equals(person))
            .mapToDouble(ObservedTrack.Alert::seconds)
            .min();
    boolean mistaken = tracks.stream().anyMatch(track -> isMistaken(track, person));
    double margin =
        tracks.stream()
            .filter(track -> !isMistaken(track, person))
            .flatMap(track -> track.looks().stream())
            .flatMap(look -> Optional.ofNullable(look.standings().get(person)).stream())
            .mapToDouble(demands::margin)
            .max()
            .orElse(Double.NEGATIVE_INFINITY);
    List<LookResult> looks =
        tracks.stream()
            .flatMap(track -> track.looks().stream())
            .filter(look -> look.scores().containsKey(person))
            .map(
                look ->
                    new LookResult(
                        Conditions.of(look), look.scores().get(person) - demands.threshold()))
            .toList();
    return new MatedSearch(
        passage,
        tracks.size(),
        margin,
        alert,
        alert.isPresent()
            ? Optional.empty()
            : Optional.of(MissRule.cause(passage, tracks, demands)),
        mistaken,
        Conditions.of(passage, tracks),
        looks);
  }

  private static boolean isMistaken(ObservedTrack track, String person) {
    return track.alert().filter(alert -> !alert.person().equals(person)).isPresent();
  }

  private static Searches nonMated(List<MatedSearch> mated, List<Joined> others, ClipRun run) {
    List<NonMatedSearch> compared =
        others.stream()
            .filter(one -> !one.track().looks().isEmpty())
            .map(
                one ->
                    new NonMatedSearch(
                        one.passage()
                            .map(Passage::person)
                            .orElse("nobody " + run.clip() + " " + one.track().id()),
                        highest(one.track(), run.demands()),
                        one.track().looks().size(),
                        one.track().alert().isPresent(),
                        Conditions.of(one.track())))
            .toList();
    return new Searches(mated, compared, others.size() - compared.size());
  }

  private static double highest(ObservedTrack track, Demands demands) {
    return track.looks().stream()
        .flatMap(look -> look.standings().values().stream())
        .mapToDouble(demands::margin)
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
