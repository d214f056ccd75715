package org.haetae.casework.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.PlaceId;

/** Finds what is wrong with protected places. */
final class PlaceCheck {
  private PlaceCheck() {}

  static List<Problem> check(List<PlaceDraft> places) {
    List<Problem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (PlaceDraft place : places) {
      Findings findings = new Findings("place " + place.id(), problems);
      findings.made(place.id(), PlaceId::new);
      if (!seen.add(place.id())) {
        findings.wrong("is entered twice: keep one");
      }
      checkPoint(place, findings);
      checkRadius(place, findings);
    }
    return problems;
  }

  private static void checkPoint(PlaceDraft place, Findings findings) {
    if (place.latitude().isEmpty() || place.longitude().isEmpty()) {
      findings.wrong("has no coordinates: enter its latitude and longitude in degrees");
      return;
    }
    findings.made(
        place.id(),
        _ -> new GeoPoint(place.latitude().getAsDouble(), place.longitude().getAsDouble()));
  }

  private static void checkRadius(PlaceDraft place, Findings findings) {
    double radius = place.radius().orElse(Measure.StayAway.USUAL_METRES);
    if (!(radius > 0) || Double.isInfinite(radius)) {
      findings.wrong(
          "has an exclusion radius of %s metres: it must be more than 0, usually %.0f"
              .formatted(radius, Measure.StayAway.USUAL_METRES));
    }
  }
}
