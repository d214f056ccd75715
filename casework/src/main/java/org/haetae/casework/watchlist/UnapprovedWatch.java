package org.haetae.casework.watchlist;

import java.util.Collection;
import java.util.Set;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.domain.id.OrderId;

/** Says which orders' faces wait for people to approve them, as long as they do. One thread. */
final class UnapprovedWatch {
  private final AlarmDesk alarms;
  private Set<OrderId> told = Set.of();

  UnapprovedWatch(AlarmDesk alarms) {
    this.alarms = alarms;
  }

  void look(Collection<OrderId> waiting) {
    Set<OrderId> now = Set.copyOf(waiting);
    told.stream()
        .filter(order -> !now.contains(order))
        .forEach(order -> alarms.clear(AlarmCode.FACE_UNAPPROVED, order.value()));
    now.forEach(order -> alarms.raise(AlarmCode.FACE_UNAPPROVED, order.value(), ""));
    told = now;
  }
}
