package org.haetae.app.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.haetae.domain.id.PlaceId;

/** The ways to places, and on which of them cameras stand. For one reader of a site's file. */
final class Approaches {
  private final Map<PlaceId, Set<String>> named = new HashMap<>();
  private final Map<PlaceId, Set<String>> open = new HashMap<>();

  void name(PlaceId place, Set<String> ways) {
    named.put(place, Set.copyOf(ways));
    open.put(place, new TreeSet<>(ways));
  }

  /** A camera of a place says on which way it stands. */
  void guard(PlaceId place, YamlMap camera) {
    String way = camera.required("approach", "", text -> text);
    Set<String> ways = named.getOrDefault(place, Set.of());
    if (!ways.contains(way)) {
      camera.problem(
          "approach",
          ways.isEmpty()
              ? "the place %s has no \"approaches\": name them there".formatted(place)
              : "the place %s has no approach \"%s\"; it has %s"
                  .formatted(place, way, String.join(", ", new TreeSet<>(ways))));
    }
    open.getOrDefault(place, new TreeSet<>()).remove(way);
  }

  /** Those of each place on which no camera stands. */
  Map<PlaceId, Set<String>> open() {
    Map<PlaceId, Set<String>> left = new HashMap<>();
    open.forEach((place, ways) -> left.put(place, Set.copyOf(ways)));
    return left;
  }
}
