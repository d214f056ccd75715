package org.haetae.casework.cover;

import java.time.Instant;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.haetae.casework.order.OrderEvent;
import org.haetae.casework.order.OrderFile;

/** Whether any of some orders is in force, and since when that has been so. */
final class Protection {
  private Protection() {}

  /** Also notes each later time at which that may change. */
  static boolean inForce(OrderFile order, Now now) {
    order.history().stream().map(OrderEvent::at).forEach(now::reached);
    var _ = now.reached(order.issued().validity().from());
    var _ = now.reached(order.endsAt());
    return order.inForceAt(now.instant());
  }

  /** Since when one or another has been in force without a break; empty where none is. */
  static Optional<Instant> since(Collection<OrderFile> orders, Now now) {
    return inForceAt(orders, now.instant()) ? Optional.of(begun(orders, now)) : Optional.empty();
  }

  /** When the last of them ceased to be in force; empty where one is or none ever was. */
  static Optional<Instant> lost(Collection<OrderFile> orders, Now now) {
    Instant lost = begun(orders, now);
    boolean everHeld =
        moments(orders, now).headSet(lost).stream().anyMatch(m -> inForceAt(orders, m));
    return everHeld && !inForceAt(orders, now.instant()) ? Optional.of(lost) : Optional.empty();
  }

  /** The first moment since which it has been as it is now. */
  private static Instant begun(Collection<OrderFile> orders, Now now) {
    boolean held = inForceAt(orders, now.instant());
    Instant begun = now.instant();
    for (Instant moment : moments(orders, now).descendingSet()) {
      if (inForceAt(orders, moment) != held) {
        break;
      }
      begun = moment;
    }
    return begun;
  }

  /** All moments so far at which an order may have come into force or out of it. */
  private static NavigableSet<Instant> moments(Collection<OrderFile> orders, Now now) {
    NavigableSet<Instant> all = new TreeSet<>();
    for (OrderFile order : orders) {
      order.history().forEach(event -> all.add(event.at()));
      all.add(order.issued().validity().from());
      all.add(order.endsAt());
    }
    all.removeIf(moment -> moment.isAfter(now.instant()));
    return all;
  }

  private static boolean inForceAt(Collection<OrderFile> orders, Instant instant) {
    return orders.stream().anyMatch(order -> order.inForceAt(instant));
  }
}
