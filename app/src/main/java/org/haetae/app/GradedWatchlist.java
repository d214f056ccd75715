package org.haetae.app;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.watchlist.Watchlist;
import org.haetae.domain.watchlist.WatchlistSnapshot;

/**
 * Orders with the grade of danger that their people's cases have now, so that an alert is as grave
 * as what is known today. Where no case was assessed, the order's own grade counts. Safe for many
 * threads.
 */
final class GradedWatchlist implements Watchlist {
  /** A snapshot, the grades, and what was made of both: made anew only when either is another. */
  private record Graded(
      WatchlistSnapshot plain, Map<ProtectedPersonId, RiskGrade> grades, WatchlistSnapshot both) {}

  private final Watchlist plain;
  private final Supplier<Map<ProtectedPersonId, RiskGrade>> grades;
  private volatile Graded graded;

  /**
   * @param grades of everybody whose case was assessed
   */
  GradedWatchlist(Watchlist plain, Supplier<Map<ProtectedPersonId, RiskGrade>> grades) {
    this.plain = plain;
    this.grades = grades;
    this.graded = grade(plain.current(), grades.get());
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // An equal one is graded anew, which costs as little.
  public WatchlistSnapshot current() {
    WatchlistSnapshot now = plain.current();
    Map<ProtectedPersonId, RiskGrade> known = grades.get();
    Graded last = graded;
    if (last.plain() != now || !last.grades().equals(known)) {
      last = grade(now, known);
      graded = last;
    }
    return last.both();
  }

  private static Graded grade(WatchlistSnapshot now, Map<ProtectedPersonId, RiskGrade> known) {
    List<ProtectionOrder> orders =
        now.orders().stream().map(order -> order.graded(gravest(order, known))).toList();
    return new Graded(now, known, new WatchlistSnapshot(orders, now.entries()));
  }

  private static RiskGrade gravest(ProtectionOrder order, Map<ProtectedPersonId, RiskGrade> known) {
    return order.protectedPeople().stream()
        .filter(known::containsKey)
        .map(known::get)
        .max(RiskGrade::compareTo)
        .orElse(order.riskGrade());
  }
}
