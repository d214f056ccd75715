package org.haetae.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.order.Validity;
import org.haetae.domain.watchlist.WatchlistSnapshot;
import org.junit.jupiter.api.Test;

/** An alert is as grave as what is known of the people today. */
class GradedWatchlistTest {
  private static final ProtectedPersonId YUN = new ProtectedPersonId("yun");
  private static final ProtectedPersonId CHILD = new ProtectedPersonId("child");
  private static final ProtectionOrder ORDER =
      new ProtectionOrder(
          new OrderId("order"),
          "1",
          OrderKind.EMERGENCY,
          Offence.STALKING,
          "law",
          "court",
          new RespondentId("han"),
          Set.of(YUN, CHILD),
          Set.of(new PlaceId("home")),
          RiskGrade.MODERATE,
          new Validity(Instant.EPOCH, Instant.MAX));

  private final Map<ProtectedPersonId, RiskGrade> grades = new HashMap<>();
  private final WatchlistSnapshot plain = new WatchlistSnapshot(List.of(ORDER), List.of());
  private final GradedWatchlist watchlist =
      new GradedWatchlist(() -> plain, () -> Map.copyOf(grades));

  private RiskGrade grade() {
    return watchlist.current().orders().getFirst().riskGrade();
  }

  @Test
  void withoutAnAssessmentTheOrdersOwnGradeCounts() {
    assertEquals(RiskGrade.MODERATE, grade());
  }

  @Test
  void theGravestCaseOfItsPeopleCounts() {
    grades.put(YUN, RiskGrade.LOW);
    assertEquals(RiskGrade.LOW, grade());
    grades.put(CHILD, RiskGrade.EXTREME);
    assertEquals(RiskGrade.EXTREME, grade());
  }

  @Test
  void theSameSnapshotStaysUntilSomethingChanges() {
    grades.put(YUN, RiskGrade.HIGH);
    assertSame(watchlist.current(), watchlist.current());
  }
}
