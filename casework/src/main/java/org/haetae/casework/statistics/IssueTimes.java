package org.haetae.casework.statistics;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.domain.id.StationId;

/**
 * How long it took from asking for a watch to having it.
 *
 * @param times the shortest first
 */
public record IssueTimes(List<Duration> times) {
  public IssueTimes {
    times = times.stream().sorted().toList();
  }

  /** By the station that was asked. */
  public static NavigableMap<StationId, IssueTimes> byStation(Collection<CaseFile> cases) {
    Map<StationId, List<Duration>> all =
        cases.stream()
            .flatMap(file -> file.requests().stream())
            .filter(request -> request.handed().isPresent())
            .collect(
                Collectors.groupingBy(
                    WatchRequest::station,
                    Collectors.mapping(IssueTimes::time, Collectors.toList())));
    NavigableMap<StationId, IssueTimes> sorted = new TreeMap<>();
    all.forEach((station, times) -> sorted.put(station, new IssueTimes(times)));
    return sorted;
  }

  private static Duration time(WatchRequest request) {
    return Duration.between(request.asked(), request.handed().orElse(request.asked()));
  }

  /**
   * The time within which a share of the watches was handed over (nearest rank); empty where none
   * was.
   *
   * @param share above 0, at most 1
   */
  public Optional<Duration> within(double share) {
    if (times.isEmpty()) {
      return Optional.empty();
    }
    int rank = (int) Math.ceil(share * times.size());
    return Optional.of(times.get(Math.clamp(rank, 1, times.size()) - 1));
  }
}
