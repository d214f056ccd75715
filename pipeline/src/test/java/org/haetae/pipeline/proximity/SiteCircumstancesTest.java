package org.haetae.pipeline.proximity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.domain.alert.Circumstance;
import org.haetae.domain.alert.Circumstance.Effect;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.schedule.Schedule;
import org.haetae.pipeline.proximity.SiteCircumstances.LawfulPresence;
import org.junit.jupiter.api.Test;

class SiteCircumstancesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final OrderId ORDER = new OrderId("o-1");
  private static final PlaceId HOME = new PlaceId("home");
  private static final Schedule HOUR = new Schedule.Once(NOW, NOW.plusSeconds(3600));

  private final SiteCircumstances site =
      new SiteCircumstances(
          Optional.of(new Schedule.Once(NOW.plusSeconds(1800), NOW.plusSeconds(7200))),
          List.of(new LawfulPresence(ORDER, Set.of(HOME), HOUR, "hand-over")));

  private List<Circumstance> at(long seconds) {
    return site.of(ORDER, HOME, NOW.plusSeconds(seconds));
  }

  @Test
  void eachHoldsInItsOwnTime() {
    Circumstance night = new Circumstance(Effect.RAISES, "at night");
    Circumstance handOver = new Circumstance(Effect.LOWERS, "hand-over");
    assertEquals(List.of(), at(-1));
    assertEquals(List.of(handOver), at(0));
    assertEquals(List.of(night, handOver), at(1800));
    assertEquals(List.of(night), at(3600));
    assertEquals(List.of(), at(7200));
  }

  @Test
  void aLawfulPresenceIsForItsOrderAndPlacesOnly() {
    assertEquals(List.of(), site.of(new OrderId("o-2"), HOME, NOW));
    assertEquals(List.of(), site.of(ORDER, new PlaceId("work"), NOW));
  }

  @Test
  void oneWithoutPlaceOrReasonIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LawfulPresence(ORDER, Set.of(), HOUR, "hand-over"));
    assertThrows(
        IllegalArgumentException.class, () -> new LawfulPresence(ORDER, Set.of(HOME), HOUR, " "));
  }
}
