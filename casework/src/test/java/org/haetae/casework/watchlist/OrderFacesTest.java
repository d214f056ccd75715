package org.haetae.casework.watchlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.haetae.casework.OrderFiles;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.vault.Faces;
import org.haetae.casework.vault.OpenedTemplate;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.domain.watchlist.WatchlistSnapshot;
import org.junit.jupiter.api.Test;

class OrderFacesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  private static final RespondentId HAN = new RespondentId("han");

  private static OpenedTemplate face(OrderFile file, int seed) {
    return new OpenedTemplate(file.issued().id(), file.issued().respondent(), Faces.face(seed));
  }

  private static List<String> orders(WatchlistSnapshot snapshot) {
    return snapshot.orders().stream().map(ProtectionOrder::id).map(OrderId::value).toList();
  }

  @Test
  void aFaceIsHeldOnlyUnderAnOrderInForce() {
    OrderFile now = OrderFiles.inForce("now", "han", NOW);
    OrderFile later = OrderFiles.issued("later", "seo", NOW.plusSeconds(1));
    OrderFile over = OrderFiles.issued("over", "moon", NOW.minus(OrderFiles.LENGTH));
    OrderFile suspended = OrderFiles.inForce("suspended", "yun", NOW);
    suspended = suspended.after(suspended.suspend(NOW, "appeal"));
    OrderFile faceless = OrderFiles.inForce("faceless", "bae", NOW);
    OrderFaces held =
        OrderFaces.of(
            List.of(now, later, over, suspended, faceless),
            List.of(face(now, 1), face(later, 2), face(over, 3), face(suspended, 4)),
            NOW);
    WatchlistSnapshot snapshot = held.snapshot(Set.of());
    assertEquals(List.of("now"), orders(snapshot));
    assertEquals(
        List.of(HAN), snapshot.entries().stream().map(WatchlistEntry::respondent).toList());
    assertEquals(Set.of(new OrderId("now")), held.faces().keySet());
  }

  @Test
  void aRespondentOfTwoOrdersIsOnePersonAndStaysWithTheOther() {
    OrderFile one = OrderFiles.inForce("one", "han", NOW);
    OrderFile two = OrderFiles.inForce("two", "han", NOW);
    OrderFaces held =
        OrderFaces.of(List.of(one, two), List.of(face(one, 1), face(two, 1), face(two, 2)), NOW);
    WatchlistSnapshot both = held.snapshot(Set.of(HAN));
    assertEquals(List.of("one", "two"), orders(both));
    assertEquals(2, both.entries().getFirst().templates().size());
    assertTrue(both.entries().getFirst().wideArea());
    WatchlistSnapshot left = held.without(new OrderId("two")).snapshot(Set.of());
    assertEquals(List.of("one"), orders(left));
    assertEquals(1, left.entries().getFirst().templates().size());
    assertEquals(List.of(), held.without(new OrderId("one")).without(new OrderId("two")).orders());
  }
}
