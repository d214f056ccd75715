package org.haetae.app.evaluation.video;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Times to the alert from one kind of start.
 *
 * @param seconds of the passages that were alerted, ascending
 * @param passages all mated ones that had such a start, alerted or not
 * @param people among those that were alerted
 * @param interval of the median, empty where there are too few people for one
 * @param median of those that were alerted, empty where none was
 */
public record Delays(
    List<Double> seconds,
    int passages,
    int people,
    Optional<Interval> interval,
    OptionalDouble median) {
  public Delays {
    seconds = List.copyOf(seconds);
  }

  static Delays of(
      List<MatedSearch> mated,
      Function<Passage, OptionalDouble> start,
      Function<MatedSearch, OptionalDouble> delay,
      Bootstrap bootstrap) {
    Map<String, List<Double>> byPerson = new LinkedHashMap<>();
    for (MatedSearch search : mated) {
      delay
          .apply(search)
          .ifPresent(
              seconds ->
                  byPerson
                      .computeIfAbsent(search.passage().person(), person -> new ArrayList<>())
                      .add(seconds));
    }
    List<List<Double>> people = List.copyOf(byPerson.values());
    return new Delays(
        people.stream().flatMap(Collection::stream).sorted().toList(),
        (int) mated.stream().filter(one -> start.apply(one.passage()).isPresent()).count(),
        people.size(),
        people.size() < Bootstrap.FEWEST_PEOPLE
            ? Optional.empty()
            : Optional.of(bootstrap.interval(people, all -> median(all).orElseThrow())),
        median(people));
  }

  private static OptionalDouble median(List<List<Double>> people) {
    return Conditions.median(
        people.stream().flatMap(Collection::stream).mapToDouble(seconds -> seconds));
  }
}
