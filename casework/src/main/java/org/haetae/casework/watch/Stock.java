package org.haetae.casework.watch;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.haetae.casework.watch.WatchFact.Received;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;

/**
 * All watches and the count of each station by state, which is kept as facts come in and always
 * equals what counting would give. Belongs to one thread at a time.
 */
public final class Stock {
  private final Map<WatchSerial, Watch> watches = new HashMap<>();
  private final Map<StationId, Station> stations = new TreeMap<>();
  private final Map<StationId, Map<WatchState, Integer>> counts = new HashMap<>();
  private final Map<StationId, NavigableSet<WatchSerial>> free = new HashMap<>();

  /** The watch that a fact makes; throws {@link WatchRefusal} if it can't follow. */
  public Watch next(WatchSerial serial, WatchFact fact) {
    Watch before = watches.get(serial);
    if (before != null) {
      return before.after(fact);
    }
    if (fact instanceof Received received) {
      return Watch.received(serial, received);
    }
    throw new WatchRefusal("there is no watch %s".formatted(serial));
  }

  /** Takes a watch in as it is now. */
  public void put(Watch after) {
    remove(after.serial());
    watches.put(after.serial(), after);
    count(after, 1);
  }

  /** Forgets a watch that never was, such as one that could not be written down. */
  public void remove(WatchSerial serial) {
    Watch before = watches.remove(serial);
    if (before != null) {
      count(before, -1);
    }
  }

  public void place(Station station) {
    stations.put(station.id(), station);
  }

  /** Forgets a station that could not be written down. */
  public void close(StationId station) {
    stations.remove(station);
  }

  public Optional<Watch> find(WatchSerial serial) {
    return Optional.ofNullable(watches.get(serial));
  }

  public Collection<Watch> watches() {
    return watches.values();
  }

  public Collection<Station> stations() {
    return stations.values();
  }

  public Optional<Station> station(StationId id) {
    return Optional.ofNullable(stations.get(id));
  }

  /** How many watches of a station are in each state; states that no watch is in are left out. */
  public Map<WatchState, Integer> counts(StationId station) {
    return Map.copyOf(counts.getOrDefault(station, Map.of()));
  }

  /** Stations with watches, known or not. */
  public Collection<StationId> keepers() {
    return List.copyOf(counts.keySet());
  }

  /** A free watch of each station within reach, the nearest first. */
  public List<Offer> offers(StationId asks, double reach) {
    Station here =
        station(asks).orElseThrow(() -> new WatchRefusal("there is no station %s".formatted(asks)));
    return stations.values().stream()
        .flatMap(station -> offer(here, station))
        .filter(offer -> offer.metres() <= reach)
        .sorted(
            Comparator.comparingDouble(Offer::metres).thenComparing(offer -> offer.station().id()))
        .toList();
  }

  private Stream<Offer> offer(Station here, Station there) {
    NavigableSet<WatchSerial> shelf = free.get(there.id());
    return shelf == null || shelf.isEmpty()
        ? Stream.empty()
        : Stream.of(new Offer(shelf.first(), there, here.location().metresTo(there.location())));
  }

  private void count(Watch watch, int change) {
    Map<WatchState, Integer> its =
        counts.computeIfAbsent(watch.station(), _ -> new EnumMap<>(WatchState.class));
    int now = its.merge(watch.state(), change, Integer::sum);
    if (now == 0) {
      its.remove(watch.state());
      if (its.isEmpty()) {
        counts.remove(watch.station());
      }
    }
    if (watch.free()) {
      NavigableSet<WatchSerial> shelf = free.computeIfAbsent(watch.station(), _ -> new TreeSet<>());
      if (change > 0) {
        shelf.add(watch.serial());
      } else {
        shelf.remove(watch.serial());
      }
    }
  }
}
