package org.haetae.casework.store;

import org.haetae.casework.order.OrderEvent;

/** What an order event's row is called; a name never changes once a row has it. */
enum OrderEventKind {
  EXTENDED(OrderEvent.Extended.class),
  SUSPENDED(OrderEvent.Suspended.class),
  RESUMED(OrderEvent.Resumed.class),
  REVOKED(OrderEvent.Revoked.class);

  private final Class<? extends OrderEvent> type;

  OrderEventKind(Class<? extends OrderEvent> type) {
    this.type = type;
  }

  OrderEvent read(String detail) {
    return Json.read(detail, type);
  }

  static OrderEventKind of(OrderEvent event) {
    return switch (event) {
      case OrderEvent.Extended _ -> EXTENDED;
      case OrderEvent.Suspended _ -> SUSPENDED;
      case OrderEvent.Resumed _ -> RESUMED;
      case OrderEvent.Revoked _ -> REVOKED;
    };
  }
}
