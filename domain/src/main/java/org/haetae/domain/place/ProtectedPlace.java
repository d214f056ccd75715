package org.haetae.domain.place;

import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.PlaceId;

/**
 * A place that a respondent may not come near.
 *
 * @param name what an operator calls it; never an address
 * @param exclusionRadius metres around {@code location}, more than 0
 */
public record ProtectedPlace(
    PlaceId id, String name, PlaceKind kind, GeoPoint location, double exclusionRadius) {
  public ProtectedPlace {
    if (!(exclusionRadius > 0)) {
      throw new IllegalArgumentException(
          "the exclusion radius of place %s must be more than 0 metres, but is %s"
              .formatted(id, exclusionRadius));
    }
  }
}
