package org.haetae.app.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.haetae.app.config.Site;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.order.OrderFile;
import org.haetae.domain.id.OrderId;

/** An incident as the page reads it. */
final class IncidentJson {
  private final Site site;
  private final Function<OrderId, Optional<OrderFile>> orders;

  IncidentJson(Site site, Function<OrderId, Optional<OrderFile>> orders) {
    this.site = site;
    this.orders = orders;
  }

  Map<String, Object> map(Incident incident) {
    List<Tier> tiers = site.casework().escalation().tiers();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", incident.id().toString());
    map.put("exercise", site.exercise());
    map.put("state", incident.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    map.put("severity", incident.severity().name().toLowerCase(Locale.ROOT));
    map.put("order", incident.order().value());
    orders
        .apply(incident.order())
        .map(OrderFile::issued)
        .ifPresent(
            order -> {
              map.put("reference", order.reference());
              map.put("respondent", order.respondent().value());
            });
    map.put("alerts", incident.alerts());
    map.put("opened", incident.opened().toString());
    map.put("lastAlert", incident.lastAlert().toString());
    map.put("tier", incident.tier());
    map.put("told", tiers.get(Math.min(incident.tier(), tiers.size() - 1)).name());
    map.put("secondPersonWanted", incident.dispatchAskedBy().isPresent());
    return map;
  }
}
