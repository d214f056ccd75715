package org.haetae.casework.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haetae.casework.watch.WatchFact.Received;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.Test;

/**
 * Random facts of watches, lawful and not, against a plain map that is counted anew after each.
 * {@code -Dhaetae.seed=N} plays one life again.
 */
class StockModelTest {
  private static final int LIVES = 8;
  private static final int STEPS = 800;

  @Test
  void aStockAlwaysEqualsWhatCountingGives() {
    Long fixed = Long.getLong("haetae.seed");
    long first = fixed != null ? fixed : System.nanoTime();
    for (long seed = first; seed < first + (fixed != null ? 1 : LIVES); seed++) {
      try {
        new Life(new Random(seed)).play();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("broken by -Dhaetae.seed=" + seed + ": " + e, e);
      }
    }
  }

  /** Everything that a stock can be asked. */
  private record Shown(
      Set<Watch> watches,
      List<Station> stations,
      Set<StationId> keepers,
      Map<StationId, Map<WatchState, Integer>> counts) {
    static Shown of(Stock stock) {
      Map<StationId, Map<WatchState, Integer>> counts = new HashMap<>();
      stock.keepers().forEach(keeper -> counts.put(keeper, stock.counts(keeper)));
      return new Shown(
          Set.copyOf(stock.watches()),
          List.copyOf(stock.stations()),
          Set.copyOf(stock.keepers()),
          counts);
    }
  }

  private static final class Life {
    private final Random random;
    private final List<StationId> stations = named(9).map(StationId::new).toList();
    private final List<WatchSerial> serials = named(36).map(WatchSerial::new).toList();
    private final RandomWatchFacts facts;
    private final Stock stock = new Stock();
    private final Map<WatchSerial, PlainWatch> watches = new TreeMap<>();
    private final Map<StationId, Station> placed = new TreeMap<>();
    private Instant now = Instant.parse("2027-12-30T00:00:00Z");

    Life(Random random) {
      this.random = random;
      facts = new RandomWatchFacts(random, stations);
    }

    private static Stream<String> named(int many) {
      return IntStream.range(0, many).mapToObj("n%02d"::formatted);
    }

    void play() {
      for (int step = 0; step < STEPS; step++) {
        now = now.plus(Duration.ofHours(random.nextInt(60)));
        if (random.nextInt(20) == 0) {
          move();
        } else {
          happen(any(serials), facts.next(now));
        }
        compare();
      }
    }

    /** Stations open, move and close; some lie at one spot, so that offers come at one distance. */
    private void move() {
      StationId id = any(stations);
      if (random.nextInt(4) == 0) {
        placed.remove(id);
        stock.close(id);
      } else {
        GeoPoint spot = new GeoPoint(37 + random.nextInt(3) * 0.3, 127 + random.nextInt(3) * 0.3);
        Station station = new Station(id, "station " + id, spot);
        placed.put(id, station);
        stock.place(station);
      }
    }

    private void happen(WatchSerial serial, WatchFact fact) {
      Optional<PlainWatch> expected = plain(serial, fact);
      Shown before = Shown.of(stock);
      try {
        Watch after = stock.next(serial, fact);
        assertTrue(expected.isPresent(), () -> "taken, but the model refuses " + fact);
        assertEquals(expected.get(), PlainWatch.of(after), () -> "after " + fact);
        assertEquals(before, Shown.of(stock), "looking ahead changed the stock");
        put(serial, after, before);
        watches.put(serial, expected.get());
      } catch (WatchRefusal refusal) {
        assertFalse(expected.isPresent(), () -> "refused, but the model takes " + fact);
        assertEquals(before, Shown.of(stock), "a refused fact changed the stock");
      }
    }

    private Optional<PlainWatch> plain(WatchSerial serial, WatchFact fact) {
      PlainWatch known = watches.get(serial);
      if (known != null) {
        return known.after(fact);
      }
      return fact instanceof Received received ? PlainWatch.received(received) : Optional.empty();
    }

    /** Puts it in; now and then it is taken out again first, as where the ledger fails. */
    private void put(WatchSerial serial, Watch after, Shown before) {
      Optional<Watch> was = stock.find(serial);
      stock.put(after);
      if (random.nextInt(5) == 0) {
        was.ifPresentOrElse(stock::put, () -> stock.remove(serial));
        assertEquals(before, Shown.of(stock), "an undone fact left something behind");
        stock.put(after);
      }
    }

    private void compare() {
      Map<WatchSerial, PlainWatch> real = new TreeMap<>();
      for (Watch watch : stock.watches()) {
        assertFalse(real.containsKey(watch.serial()), "a watch is there twice");
        real.put(watch.serial(), PlainWatch.of(watch));
      }
      assertEquals(watches, real);
      assertEquals(List.copyOf(placed.values()), List.copyOf(stock.stations()));
      counts();
      offers(any(stations), random.nextInt(120_000));
    }

    private void counts() {
      Map<StationId, Map<WatchState, Integer>> counted = new TreeMap<>();
      for (PlainWatch watch : watches.values()) {
        counted
            .computeIfAbsent(watch.station(), _ -> new EnumMap<>(WatchState.class))
            .merge(watch.state(), 1, Integer::sum);
      }
      int sum = 0;
      for (StationId station : stations) {
        Map<WatchState, Integer> kept = stock.counts(station);
        assertEquals(counted.getOrDefault(station, Map.of()), kept, () -> "counts of " + station);
        sum += kept.values().stream().mapToInt(Integer::intValue).sum();
      }
      assertEquals(watches.size(), sum, "each watch counts once");
      assertEquals(counted.keySet(), new HashSet<>(stock.keepers()), "stations with watches");
    }

    private void offers(StationId asks, double reach) {
      Station here = placed.get(asks);
      if (here == null) {
        assertThrows(WatchRefusal.class, () -> stock.offers(asks, reach));
        return;
      }
      List<Offer> all = new ArrayList<>();
      for (Station there : placed.values()) {
        double metres = here.location().metresTo(there.location());
        first(free(there.id()))
            .filter(_ -> metres <= reach)
            .ifPresent(serial -> all.add(new Offer(serial, there, metres)));
      }
      // by insertion, in place of the comparators of the real one
      List<Offer> sorted = new ArrayList<>();
      for (Offer offer : all) {
        int place = 0;
        while (place < sorted.size() && sorted.get(place).metres() <= offer.metres()) {
          place++;
        }
        sorted.add(place, offer);
      }
      assertEquals(sorted, stock.offers(asks, reach));
    }

    private List<WatchSerial> free(StationId at) {
      List<WatchSerial> all = new ArrayList<>();
      watches.forEach(
          (serial, watch) -> {
            if (watch.free() && watch.station().equals(at)) {
              all.add(serial);
            }
          });
      return all;
    }

    private static Optional<WatchSerial> first(Collection<WatchSerial> serials) {
      return serials.stream().reduce((one, two) -> one.compareTo(two) <= 0 ? one : two);
    }

    private <T> T any(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }
  }
}
