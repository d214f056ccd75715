package org.haetae.pipeline.proximity;

import org.haetae.domain.alert.Proximity;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.ProtectedPlace;

/** Distance from a seen person to a place. */
public final class ProximityRule {
  private ProximityRule() {}

  /**
   * Where the camera's bearing is known the person is put on the map; where it is not, the camera's
   * own distance is given, with the person's distance from it as uncertainty.
   */
  public static Proximity of(Sighting sighting, Camera camera, ProtectedPlace place) {
    double fromCamera =
        PersonDistance.metres(
            camera.fieldOfView(), sighting.pictureWidth(), sighting.box().height());
    if (camera.bearing().isEmpty()) {
      return new Proximity(camera.location().metresTo(place.location()), fromCamera, fromCamera);
    }
    double bearing =
        camera.bearing().getAsDouble()
            + PersonDistance.degreesRight(
                camera.fieldOfView(), sighting.pictureWidth(), sighting.box().centreX());
    GeoPoint person = camera.location().towards(bearing, fromCamera);
    return new Proximity(
        person.metresTo(place.location()), fromCamera * PersonDistance.RELATIVE_ERROR, fromCamera);
  }
}
