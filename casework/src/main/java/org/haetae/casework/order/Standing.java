package org.haetae.casework.order;

import java.time.Instant;
import java.util.Optional;
import org.haetae.casework.order.OrderEvent.Extended;
import org.haetae.casework.order.OrderEvent.Resumed;
import org.haetae.casework.order.OrderEvent.Revoked;
import org.haetae.casework.order.OrderEvent.Suspended;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.order.ProtectionOrder;

/**
 * What an order's events have made of it. The one place that knows which event may follow which.
 *
 * @param begins when it was issued to begin
 * @param enforcedSince when it began or was last resumed
 * @param end when it ends or, once revoked, ended; before {@code begins} if it never began
 * @param extensions how often it was extended
 * @param suspended when, while it is
 * @param revoked when, once it is
 * @param last its last event
 */
record Standing(
    OrderId order,
    Instant begins,
    Instant enforcedSince,
    Instant end,
    int extensions,
    Optional<Instant> suspended,
    Optional<Instant> revoked,
    Optional<Instant> last) {

  static Standing issued(ProtectionOrder order) {
    Instant from = order.validity().from();
    return new Standing(
        order.id(),
        from,
        from,
        order.validity().until(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The standing after {@code event}, or a refusal if it can't follow. */
  Standing after(OrderEvent event) {
    requireAlive(event.at());
    Optional<Instant> at = Optional.of(event.at());
    return switch (event) {
      case Extended extended -> extended(extended, at);
      case Suspended _ -> suspended(at);
      case Resumed _ -> resumed(at);
      case Revoked revocation -> with(revocation.at(), suspended, at, at);
    };
  }

  OrderState at(Instant instant) {
    if (revoked.isPresent() && !instant.isBefore(revoked.get())) {
      return OrderState.REVOKED;
    }
    if (!instant.isBefore(end)) {
      return OrderState.ENDED;
    }
    if (suspended.isPresent()) {
      return OrderState.SUSPENDED;
    }
    return instant.isBefore(begins) ? OrderState.AHEAD : OrderState.IN_FORCE;
  }

  private Standing extended(Extended event, Optional<Instant> at) {
    if (!event.until().isAfter(end)) {
      throw refusal(
          "ends at %s already, so an extension until %s would not extend it"
              .formatted(end, event.until()));
    }
    return new Standing(
        order, begins, enforcedSince, event.until(), extensions + 1, suspended, revoked, at);
  }

  private Standing suspended(Optional<Instant> at) {
    if (suspended.isPresent()) {
      throw refusal("has been suspended since %s already".formatted(suspended.get()));
    }
    return with(end, at, revoked, at);
  }

  private Standing resumed(Optional<Instant> at) {
    if (suspended.isEmpty()) {
      throw refusal("is not suspended, so there is nothing to resume");
    }
    Instant since = later(begins, at.orElseThrow());
    return new Standing(order, begins, since, end, extensions, Optional.empty(), revoked, at);
  }

  private void requireAlive(Instant at) {
    if (revoked.isPresent()) {
      throw refusal("was revoked at %s; enter a new order".formatted(revoked.get()));
    }
    if (last.isPresent() && at.isBefore(last.get())) {
      throw refusal(
          "has an event at %s, so none at %s can follow; correct the time"
              .formatted(last.get(), at));
    }
    if (!at.isBefore(end)) {
      throw refusal("ended at %s, before %s; enter a new order".formatted(end, at));
    }
  }

  private Standing with(
      Instant ends, Optional<Instant> pause, Optional<Instant> gone, Optional<Instant> at) {
    return new Standing(order, begins, enforcedSince, ends, extensions, pause, gone, at);
  }

  private OrderRefusal refusal(String why) {
    return new OrderRefusal("order %s %s".formatted(order, why));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
