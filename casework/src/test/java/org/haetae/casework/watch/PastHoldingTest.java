package org.haetae.casework.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.haetae.casework.RandomLives;
import org.haetae.casework.watch.WatchFact.Found;
import org.haetae.casework.watch.WatchFact.Issued;
import org.haetae.casework.watch.WatchFact.Received;
import org.haetae.casework.watch.WatchFact.Renewed;
import org.haetae.casework.watch.WatchFact.Retired;
import org.haetae.casework.watch.WatchFact.Returned;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.Test;

/** A watch remembers everybody who had it: each handing over is a holding, now or in the past. */
class PastHoldingTest {
  private static final List<StationId> STATIONS =
      List.of(new StationId("mapo"), new StationId("jongno"));
  private static final Instant BEGIN = Instant.parse("2028-02-28T00:00:00Z");

  @Test
  void everyHandingOverIsRemembered() {
    RandomLives.play(
        300,
        random -> {
          RandomWatchFacts facts = new RandomWatchFacts(random, STATIONS);
          Watch watch =
              Watch.received(
                  new WatchSerial("w"),
                  new Received(BEGIN, new UserId("kim"), STATIONS.getFirst(), "model", "1.0"));
          List<PastHolding> over = new ArrayList<>();
          List<PastHolding> going = new ArrayList<>();
          Instant at = BEGIN;
          for (int i = 0; i < 300; i++) {
            at = at.plus(Duration.ofHours(6));
            WatchFact fact = facts.next(at);
            Watch next;
            try {
              next = watch.after(fact);
            } catch (WatchRefusal _) {
              continue;
            }
            watch = next;
            switch (fact) {
              case Issued issued -> going.add(new PastHolding(at, issued.until(), at, true));
              case Renewed renewed -> {
                PastHolding held = going.removeLast();
                going.add(new PastHolding(held.since(), renewed.until(), held.since(), true));
              }
              case Returned _ -> end(going, over, at, true);
              case Found _ -> end(going, over, at, true);
              case Retired _ -> end(going, over, at, false);
              default -> {}
            }
            assertEquals(over, watch.past());
            assertEquals(going.size(), watch.holding().isPresent() ? 1 : 0);
          }
          assertTrue(going.size() <= 1);
        });
  }

  private static void end(
      List<PastHolding> going, List<PastHolding> over, Instant at, boolean back) {
    if (!going.isEmpty()) {
      PastHolding held = going.removeLast();
      over.add(new PastHolding(held.since(), held.until(), at, back));
    }
  }
}
