package org.haetae.app.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.JsonLines;
import org.haetae.casework.order.OrderFile;
import org.haetae.domain.alert.Circumstance;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.place.ProtectedPlace;
import tools.jackson.databind.json.JsonMapper;

/** An alert as the page reads it. */
final class AlertJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final Site site;
  private final Function<OrderId, Optional<OrderFile>> orders;

  AlertJson(Site site, Function<OrderId, Optional<OrderFile>> orders) {
    this.site = site;
    this.orders = orders;
  }

  String of(ProximityAlert alert) {
    return MAPPER.writeValueAsString(map(alert));
  }

  Map<String, Object> map(ProximityAlert alert) {
    Sighting sighting = alert.sighting();
    Evidence evidence = sighting.evidence();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", alert.id().toString());
    map.put("exercise", site.exercise());
    map.put("severity", alert.severity().name().toLowerCase(Locale.ROOT));
    map.put("trend", alert.trend().name().toLowerCase(Locale.ROOT));
    map.put("order", alert.order().value());
    Optional<OrderFile> order = orders.apply(alert.order());
    map.put("reference", order.map(file -> file.issued().reference()).orElse(""));
    map.put("until", order.map(file -> file.endsAt().toString()).orElse(""));
    map.put("respondent", sighting.respondent().value());
    map.put("place", placeName(alert));
    map.put("camera", sighting.camera().value());
    map.put("metres", JsonLines.round(alert.proximity().metres(), 1));
    map.put("uncertainty", JsonLines.round(alert.proximity().uncertainty(), 1));
    map.put("metresFromCamera", JsonLines.round(alert.proximity().metresFromCamera(), 1));
    map.put("score", JsonLines.round(evidence.score(), 3));
    map.put("threshold", JsonLines.round(evidence.threshold(), 3));
    map.put("looks", evidence.looks());
    map.put("span", JsonLines.round(evidence.span().toNanos() / 1e9, 2));
    map.put("falsePositiveRate", evidence.falsePositiveRate());
    map.put("gallerySize", evidence.gallerySize());
    map.put("faceHeight", Math.round(sighting.box().height()));
    map.put("firstSeen", sighting.firstSeen().toString());
    map.put("circumstances", alert.circumstances().stream().map(AlertJson::words).toList());
    map.put("decided", alert.decided().toString());
    map.put("latencyMs", Duration.between(sighting.lastSeen(), alert.decided()).toMillis());
    return map;
  }

  private static String words(Circumstance circumstance) {
    return switch (circumstance.effect()) {
      case RAISES -> circumstance.words() + ": one step graver";
      case LOWERS -> circumstance.words() + ": one step less grave, told all the same";
    };
  }

  private String placeName(ProximityAlert alert) {
    return site.places().stream()
        .filter(place -> place.id().equals(alert.place()))
        .findFirst()
        .map(ProtectedPlace::name)
        .orElse(alert.place().value());
  }
}
