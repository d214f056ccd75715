package org.haetae.console.incident;

import java.util.Optional;
import org.haetae.domain.alert.Proximity;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.ProtectedPlace;

/**
 * A place seen from above, north up, in metres from its middle: x to the east, y to the south.
 * Pure.
 *
 * @param radius of the circle that the respondent may not enter
 * @param person where the respondent stood, where the camera's direction is known; without it only
 *     the distance is
 * @param metres from the respondent to the place
 * @param uncertainty metres that this may be off either way
 */
public record Sketch(
    double radius, Spot camera, Optional<Spot> person, double metres, double uncertainty) {
  /** Mean, as WGS 84's sphere of equal volume has it. */
  private static final double EARTH_RADIUS_METRES = 6_371_000;

  /** Where something is, in metres. */
  public record Spot(double x, double y) {}

  static Sketch of(ProtectedPlace place, Camera camera, Proximity proximity) {
    Spot at = from(place.location(), camera.location());
    Optional<Spot> person =
        camera.bearing().isPresent()
            ? Optional.of(along(at, camera.bearing().getAsDouble(), proximity.metresFromCamera()))
            : Optional.empty();
    return new Sketch(
        place.exclusionRadius(), at, person, proximity.metres(), proximity.uncertainty());
  }

  /** Half the side of a square that shows everything, with room around it. */
  public double reach() {
    double furthest = Math.max(metres + uncertainty, Math.hypot(camera.x(), camera.y()));
    double spot = person.map(found -> Math.hypot(found.x(), found.y())).orElse(0.0);
    // A radius of a kilometre would leave nothing of the last ten metres to be seen.
    return 1.25 * Math.max(10, Math.max(furthest, spot));
  }

  /** Flat, which is right to a millimetre over a few hundred metres. */
  private static Spot from(GeoPoint middle, GeoPoint point) {
    double north = Math.toRadians(point.latitude() - middle.latitude()) * EARTH_RADIUS_METRES;
    double east =
        Math.toRadians(point.longitude() - middle.longitude())
            * Math.cos(Math.toRadians(middle.latitude()))
            * EARTH_RADIUS_METRES;
    return new Spot(east, -north);
  }

  private static Spot along(Spot from, double bearing, double metres) {
    double angle = Math.toRadians(bearing);
    return new Spot(from.x() + Math.sin(angle) * metres, from.y() - Math.cos(angle) * metres);
  }
}
