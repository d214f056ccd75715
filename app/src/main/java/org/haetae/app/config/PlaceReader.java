package org.haetae.app.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.place.PlaceKind;
import org.haetae.domain.place.ProtectedPlace;

/** Reads a site's places, and where things are. */
final class PlaceReader {
  private static final GeoPoint NOWHERE = new GeoPoint(0, 0);

  /**
   * What was read.
   *
   * @param unfamiliar places at which whoever is neither resident nor respondent is a notice
   * @param approaches the ways to each place, as far as the file names them
   */
  record Places(List<ProtectedPlace> all, Set<PlaceId> unfamiliar, Approaches approaches) {}

  private PlaceReader() {}

  static Places read(YamlMap root) {
    List<ProtectedPlace> places = new ArrayList<>();
    Set<PlaceId> unfamiliar = new HashSet<>();
    Approaches approaches = new Approaches();
    Set<PlaceId> seen = new HashSet<>();
    for (YamlMap map :
        root.list(
            "places",
            "a place",
            "id",
            "name",
            "kind",
            "location",
            "exclusion-radius",
            "approaches",
            "unfamiliar-faces")) {
      PlaceId id = map.required("id", new PlaceId("unnamed"), PlaceId::new);
      if (!seen.add(id)) {
        map.problem("id", "the place %s stands twice".formatted(id));
      }
      String name = map.optional("name", id.value(), Function.identity());
      PlaceKind kind = map.choice("kind", PlaceKind.HOME, PlaceKind.class);
      GeoPoint location = location(map);
      double radius = map.optional("exclusion-radius", 100.0, YamlMap::number);
      if (map.has("approaches")) {
        approaches.name(id, new HashSet<>(map.texts("approaches")));
      }
      map.build(() -> new ProtectedPlace(id, name, kind, location, radius)).ifPresent(places::add);
      if (map.optional("unfamiliar-faces", false, YamlMap::yesNo)) {
        unfamiliar.add(id);
      }
    }
    return new Places(places, unfamiliar, approaches);
  }

  static GeoPoint location(YamlMap map) {
    if (!map.has("location")) {
      map.problem("location", "the key \"location\" is missing: give [latitude, longitude]");
      return NOWHERE;
    }
    List<String> parts = map.texts("location");
    if (parts.size() != 2) {
      map.problem("location", "\"location\" must be [latitude, longitude]");
      return NOWHERE;
    }
    try {
      return new GeoPoint(YamlMap.number(parts.get(0)), YamlMap.number(parts.get(1)));
    } catch (IllegalArgumentException e) {
      map.problem("location", "\"location\": " + e.getMessage());
      return NOWHERE;
    }
  }
}
