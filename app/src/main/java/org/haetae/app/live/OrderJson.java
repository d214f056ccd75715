package org.haetae.app.live;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.haetae.casework.watchlist.OrderStanding;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.ProtectionOrder;

/** An order as the page reads it. */
final class OrderJson {
  private OrderJson() {}

  static Map<String, Object> map(OrderStanding standing, int photographs) {
    ProtectionOrder order = standing.file().issued();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", order.id().value());
    map.put("reference", order.reference());
    map.put("kind", words(order.kind()));
    map.put("respondent", order.respondent().value());
    map.put("places", order.places().stream().map(place -> place.value()).sorted().toList());
    map.put("state", words(standing.state()));
    map.put("from", order.validity().from().toString());
    map.put("until", standing.file().endsAt().toString());
    map.put("faces", standing.faces());
    map.put("unapproved", standing.unapproved());
    map.put("photographs", photographs);
    map.put("approvals", standing.approvals().stream().map(UserId::value).toList());
    standing
        .purge()
        .ifPresent(
            purge -> {
              map.put("forgetting", words(purge.reason()));
              purge.done().map(Instant::toString).ifPresent(at -> map.put("forgotten", at));
            });
    return map;
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
