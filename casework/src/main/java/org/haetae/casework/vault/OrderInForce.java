package org.haetae.casework.vault;

import java.time.Instant;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.order.OrderRefusal;
import org.haetae.casework.order.OrderState;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;

/**
 * The proof, without which no template can be sealed, that an order was in force at an instant and
 * names the respondent. Immutable.
 */
public final class OrderInForce {
  private final OrderId order;
  private final RespondentId respondent;

  private OrderInForce(OrderId order, RespondentId respondent) {
    this.order = order;
    this.respondent = respondent;
  }

  /**
   * The only way to one.
   *
   * @throws OrderRefusal where the order is not in force at {@code instant} or names somebody else
   */
  public static OrderInForce of(OrderFile file, RespondentId respondent, Instant instant) {
    OrderId order = file.issued().id();
    if (!file.issued().respondent().equals(respondent)) {
      throw new OrderRefusal(
          "order %s is not against respondent %s: no face can be kept for it"
              .formatted(order, respondent));
    }
    OrderState state = file.stateAt(instant);
    switch (state) {
      case IN_FORCE -> {}
      case AHEAD -> throw refusal(order, "has not begun");
      case SUSPENDED -> throw refusal(order, "is suspended");
      case ENDED -> throw refusal(order, "has ended");
      case REVOKED -> throw refusal(order, "was revoked");
    }
    return new OrderInForce(order, respondent);
  }

  private static OrderRefusal refusal(OrderId order, String why) {
    return new OrderRefusal("order %s %s: no face can be kept for it".formatted(order, why));
  }

  public OrderId order() {
    return order;
  }

  public RespondentId respondent() {
    return respondent;
  }
}
