package org.haetae.domain.watchlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.order.Validity;
import org.junit.jupiter.api.Test;

class WatchlistSnapshotTest {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant DURING = Instant.parse("2026-04-01T00:00:00Z");
  private static final PlaceId HOME = new PlaceId("home");
  private static final PlaceId WORK = new PlaceId("work");
  private static final RespondentId HAN = new RespondentId("han");
  private static final RespondentId SEO = new RespondentId("seo");

  private static ProtectionOrder order(
      String id, RespondentId respondent, PlaceId place, RiskGrade grade) {
    return new ProtectionOrder(
        new OrderId(id),
        "ref-" + id,
        OrderKind.PROTECTION_ORDER,
        Offence.DOMESTIC_VIOLENCE,
        "art. 55-2",
        "Seoul Family Court",
        respondent,
        Set.of(new ProtectedPersonId("yun")),
        Set.of(place),
        grade,
        new Validity(FROM, UNTIL));
  }

  private static WatchlistEntry entry(RespondentId respondent, boolean wideArea) {
    Template template =
        new Template(Embedding.normalised(new float[] {1, 0}), 0.8f, new ModelId("net", "1"));
    return new WatchlistEntry(respondent, List.of(template), wideArea);
  }

  private static WatchlistSnapshot snapshot(WatchlistEntry entry, ProtectionOrder... orders) {
    return new WatchlistSnapshot(List.of(orders), List.of(entry));
  }

  @Test
  void aRespondentIsLookedForWhereAndWhileAnOrderSaysSo() {
    WatchlistEntry han = entry(HAN, false);
    WatchlistSnapshot list = snapshot(han, order("o1", HAN, HOME, RiskGrade.LOW));
    assertEquals(List.of(han), List.copyOf(list.lookedForAt(HOME, DURING)));
    assertEquals(List.of(han), List.copyOf(list.lookedForAt(HOME, FROM)));
  }

  @Test
  void beforeTheOrderBeginsAndOnceItEndedNobodyIsLookedFor() {
    WatchlistSnapshot list = snapshot(entry(HAN, true), order("o1", HAN, HOME, RiskGrade.EXTREME));
    assertTrue(list.lookedForAt(HOME, FROM.minusMillis(1)).isEmpty());
    assertTrue(list.lookedForAt(HOME, UNTIL).isEmpty());
  }

  @Test
  void aPlaceThatNoOrderNamesLooksForNobody() {
    WatchlistSnapshot list = snapshot(entry(HAN, false), order("o1", HAN, HOME, RiskGrade.EXTREME));
    assertTrue(list.lookedForAt(WORK, DURING).isEmpty());
    assertEquals(Optional.empty(), list.orderFor(entry(HAN, false), WORK, DURING));
  }

  @Test
  void aWideAreaEntryIsLookedForEverywhereButOnlyUnderAnOrder() {
    WatchlistEntry han = entry(HAN, true);
    WatchlistSnapshot list = snapshot(han, order("o1", HAN, HOME, RiskGrade.LOW));
    assertEquals(List.of(han), List.copyOf(list.lookedForAt(WORK, DURING)));
    assertTrue(snapshot(han).lookedForAt(WORK, DURING).isEmpty());
  }

  @Test
  void anotherRespondentsOrderAllowsNothing() {
    WatchlistSnapshot list = snapshot(entry(SEO, true), order("o1", HAN, HOME, RiskGrade.LOW));
    assertTrue(list.lookedForAt(HOME, DURING).isEmpty());
  }

  @Test
  void theGravestOrderWinsWhereverItStands() {
    WatchlistEntry han = entry(HAN, false);
    ProtectionOrder low = order("o1", HAN, HOME, RiskGrade.LOW);
    ProtectionOrder high = order("o2", HAN, HOME, RiskGrade.HIGH);
    assertEquals(Optional.of(high), snapshot(han, low, high).orderFor(han, HOME, DURING));
    assertEquals(Optional.of(high), snapshot(han, high, low).orderFor(han, HOME, DURING));
  }

  @Test
  void ofEquallyGraveOrdersTheFirstByIdWinsWhateverTheirPlaceInTheList() {
    WatchlistEntry han = entry(HAN, false);
    ProtectionOrder first = order("o1", HAN, HOME, RiskGrade.HIGH);
    ProtectionOrder second = order("o2", HAN, HOME, RiskGrade.HIGH);
    assertEquals(Optional.of(first), snapshot(han, first, second).orderFor(han, HOME, DURING));
    assertEquals(Optional.of(first), snapshot(han, second, first).orderFor(han, HOME, DURING));
  }

  @Test
  void anOrderThatNamesThePlaceComesBeforeAGraverOneOfWideArea() {
    WatchlistEntry han = entry(HAN, true);
    ProtectionOrder here = order("o1", HAN, WORK, RiskGrade.LOW);
    ProtectionOrder elsewhere = order("o2", HAN, HOME, RiskGrade.EXTREME);
    assertEquals(Optional.of(here), snapshot(han, elsewhere, here).orderFor(han, WORK, DURING));
  }

  @Test
  void aRespondentStandsOnceInTheList() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new WatchlistSnapshot(List.of(), List.of(entry(HAN, false), entry(HAN, true))));
    assertTrue(refusal.toString().contains("han"), refusal.toString());
  }

  @Test
  void theEmptyListLooksForNobody() {
    assertTrue(WatchlistSnapshot.empty().lookedForAt(HOME, DURING).isEmpty());
  }
}
