package org.haetae.casework.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.Test;

class WatchSignalTest {
  private static final WatchSerial WATCH = new WatchSerial("W-1");
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");

  @Test
  void whatSaysNothingOfItsPositionKeepsTheLast() {
    WatchSignal first =
        WatchSignal.of(WATCH, NOW, 50, Optional.of(new Fix(new GeoPoint(1, 2), NOW)));
    WatchSignal later =
        WatchSignal.of(WATCH, NOW.plusSeconds(60), 49, Optional.empty()).with(first);
    assertEquals(NOW.plusSeconds(60), later.at());
    assertEquals(49, later.battery());
    assertEquals(first.fix(), later.fix());
  }

  @Test
  void whereNoneIsKnownItIsOldSinceTheFirst() {
    WatchSignal first = WatchSignal.of(WATCH, NOW, 50, Optional.empty());
    WatchSignal later = WatchSignal.of(WATCH, NOW.plusSeconds(60), 49, Optional.empty());
    assertEquals(NOW, later.with(first).positionAt());
    assertEquals(NOW, first.with(later).positionAt());
    WatchSignal placed =
        WatchSignal.of(
            WATCH,
            NOW.plusSeconds(120),
            48,
            Optional.of(new Fix(new GeoPoint(1, 2), NOW.minusSeconds(600))));
    assertEquals(placed, placed.with(later));
  }

  /** Whatever order they come in, and however often. */
  @Test
  void theNewestOfEachCounts() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      List<WatchSignal> said = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        // No two are equally new: which of those counts is the order in which they came.
        Instant at = NOW.plusSeconds(60L * i);
        Optional<Fix> fix =
            random.nextBoolean()
                ? Optional.empty()
                : Optional.of(
                    new Fix(
                        new GeoPoint(i, random.nextInt(90)),
                        at.minusSeconds(60L * random.nextInt(8) + i + 1)));
        said.add(WatchSignal.of(WATCH, at, random.nextInt(101), fix));
      }
      List<WatchSignal> shuffled = new ArrayList<>(said);
      shuffled.addAll(said.subList(0, random.nextInt(8)));
      Collections.shuffle(shuffled, random);
      WatchSignal known = shuffled.getFirst();
      for (WatchSignal one : shuffled) {
        known = one.with(known);
      }
      assertEquals(said.getLast().at(), known.at());
      assertEquals(said.getLast().battery(), known.battery());
      assertEquals(
          said.stream().flatMap(s -> s.fix().stream()).max(Comparator.comparing(Fix::at)),
          known.fix());
    }
  }
}
