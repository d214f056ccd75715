package org.haetae.app.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.JsonLines;
import org.haetae.casework.escalation.Tier;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentCause.Approach;
import org.haetae.casework.incident.IncidentCause.CallForHelp;
import org.haetae.casework.incident.IncidentId;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.watch.SosCall;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.Spelling;
import org.haetae.domain.place.ProtectedPlace;

/** An incident as the page reads it. */
final class IncidentJson {
  private final Site site;
  private final Function<OrderId, Optional<OrderFile>> orders;
  private final Function<IncidentId, Optional<SosCall>> lastCall;

  /**
   * @param lastCall what an incident's person called last
   */
  IncidentJson(
      Site site,
      Function<OrderId, Optional<OrderFile>> orders,
      Function<IncidentId, Optional<SosCall>> lastCall) {
    this.site = site;
    this.orders = orders;
    this.lastCall = lastCall;
  }

  Map<String, Object> map(Incident incident) {
    List<Tier> tiers = site.casework().escalation().tiers();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", incident.id().toString());
    map.put("exercise", site.exercise());
    map.put("state", Spelling.of(incident.state()));
    map.put("severity", incident.severity().name().toLowerCase(Locale.ROOT));
    switch (incident.cause()) {
      case Approach(OrderId order) -> put(map, order);
      case CallForHelp(CaseId file) -> {
        map.put("cause", "sos");
        map.put("case", file.value());
        lastCall.apply(incident.id()).ifPresent(call -> map.put("call", call(call)));
      }
    }
    map.put("alerts", incident.alerts());
    map.put("opened", incident.opened().toString());
    map.put("lastAlert", incident.lastAlert().toString());
    map.put("tier", incident.tier());
    map.put("told", tiers.get(Math.min(incident.tier(), tiers.size() - 1)).name());
    map.put("secondPersonWanted", incident.dispatchAskedBy().isPresent());
    return map;
  }

  private void put(Map<String, Object> map, OrderId id) {
    map.put("cause", "approach");
    map.put("order", id.value());
    orders
        .apply(id)
        .map(OrderFile::issued)
        .ifPresent(
            order -> {
              map.put("reference", order.reference());
              map.put("respondent", order.respondent().value());
            });
  }

  private Map<String, Object> call(SosCall call) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("watch", call.watch().value());
    map.put("state", Spelling.of(call.state()));
    map.put("pressed", call.pressed().toString());
    map.put("places", call.places().stream().map(this::name).toList());
    call.battery().ifPresent(percent -> map.put("battery", percent));
    call.metres().ifPresent(metres -> map.put("metres", JsonLines.round(metres, 0)));
    call.position()
        .ifPresent(
            fix -> {
              map.put("latitude", fix.point().latitude());
              map.put("longitude", fix.point().longitude());
              map.put("positionAt", fix.at().toString());
            });
    return map;
  }

  private String name(PlaceId id) {
    return site.places().stream()
        .filter(place -> place.id().equals(id))
        .findFirst()
        .map(ProtectedPlace::name)
        .orElse(id.value());
  }
}
