package org.haetae.domain.watchlist;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.ProtectionOrder;

/**
 * Whom to look for and by which orders, frozen at one moment. It may still hold orders that have
 * not begun or have ended; {@link #lookedForAt} leaves them out.
 */
public record WatchlistSnapshot(List<ProtectionOrder> orders, List<WatchlistEntry> entries) {
  public WatchlistSnapshot {
    orders = List.copyOf(orders);
    entries = List.copyOf(entries);
    Set<RespondentId> seen = new HashSet<>();
    for (WatchlistEntry entry : entries) {
      if (!seen.add(entry.respondent())) {
        throw new IllegalArgumentException(
            "respondent %s stands twice in the watchlist".formatted(entry.respondent()));
      }
    }
  }

  /** A watchlist that looks for nobody. */
  public static WatchlistSnapshot empty() {
    return new WatchlistSnapshot(List.of(), List.of());
  }

  /**
   * The entries that a camera of {@code place} may look for at {@code instant}: those of
   * respondents whom an order in force keeps away from that place, and the wide-area ones whom any
   * order in force names.
   */
  public Collection<WatchlistEntry> lookedForAt(PlaceId place, Instant instant) {
    return entries.stream().filter(entry -> orderFor(entry, place, instant).isPresent()).toList();
  }

  /**
   * The order that allows to look for {@code entry} at {@code place}; the gravest risk grade wins
   * where several do, and one that names the place before one that counts by wide area.
   */
  public Optional<ProtectionOrder> orderFor(WatchlistEntry entry, PlaceId place, Instant instant) {
    Predicate<ProtectionOrder> inForce =
        order -> order.respondent().equals(entry.respondent()) && order.inForceAt(instant);
    Optional<ProtectionOrder> named = gravest(inForce.and(order -> order.protects(place)));
    return named.isPresent() || !entry.wideArea() ? named : gravest(inForce);
  }

  private Optional<ProtectionOrder> gravest(Predicate<ProtectionOrder> which) {
    return orders.stream()
        .filter(which)
        .max(
            (a, b) ->
                a.riskGrade() != b.riskGrade()
                    ? a.riskGrade().compareTo(b.riskGrade())
                    : b.id().compareTo(a.id()));
  }
}
