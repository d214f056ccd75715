package org.haetae.domain.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.junit.jupiter.api.Test;

class ProtectionOrderTest {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-05-01T00:00:00Z");
  private static final PlaceId HOME = new PlaceId("home");
  private static final ProtectedPersonId YUN = new ProtectedPersonId("yun");

  private static ProtectionOrder order(Set<ProtectedPersonId> people, Set<PlaceId> places) {
    return new ProtectionOrder(
        new OrderId("o-1"),
        "2026Cho123",
        OrderKind.PROVISIONAL,
        Offence.STALKING,
        "Stalking Punishment Act art. 9",
        "Seoul Family Court",
        new RespondentId("han"),
        people,
        places,
        RiskGrade.HIGH,
        new Validity(FROM, UNTIL));
  }

  @Test
  void itProtectsSomebodySomewhere() {
    IllegalArgumentException nobody =
        assertThrows(IllegalArgumentException.class, () -> order(Set.of(), Set.of(HOME)));
    IllegalArgumentException nowhere =
        assertThrows(IllegalArgumentException.class, () -> order(Set.of(YUN), Set.of()));
    assertTrue(nobody.toString().contains("o-1"), nobody.toString());
    assertTrue(nowhere.toString().contains("o-1"), nowhere.toString());
  }

  @Test
  void itProtectsThePlacesItNamesAndNoOther() {
    ProtectionOrder order = order(Set.of(YUN), Set.of(HOME));
    assertTrue(order.protects(HOME));
    assertFalse(order.protects(new PlaceId("work")));
  }

  @Test
  void itIsInForceWhileItIsValid() {
    ProtectionOrder order = order(Set.of(YUN), Set.of(HOME));
    assertTrue(order.inForceAt(FROM));
    assertFalse(order.inForceAt(UNTIL));
  }

  @Test
  void whatItWasMadeFromMayChangeWithoutChangingIt() {
    Set<PlaceId> places = new HashSet<>(Set.of(HOME));
    ProtectionOrder order = order(Set.of(YUN), places);
    places.add(new PlaceId("work"));
    assertEquals(Set.of(HOME), order.places());
    assertThrows(UnsupportedOperationException.class, () -> order.places().clear());
  }
}
