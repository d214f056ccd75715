package org.haetae.domain.place;

import java.util.OptionalDouble;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;

/**
 * A camera that guards a place.
 *
 * @param bearing degrees clockwise from north that the lens looks at; empty where nobody measured
 *     it
 * @param fieldOfView horizontal, degrees, more than 0 and less than 180
 * @param approachRank order along the way to the place: a higher rank stands nearer to it. Cameras
 *     of one rank say nothing about direction.
 */
public record Camera(
    CameraId id,
    PlaceId place,
    GeoPoint location,
    OptionalDouble bearing,
    double fieldOfView,
    int approachRank) {
  public Camera {
    if (!(fieldOfView > 0 && fieldOfView < 180)) {
      throw new IllegalArgumentException(
          "the field of view of camera %s must lie between 0 and 180 degrees, but is %s"
              .formatted(id, fieldOfView));
    }
  }

  /** One that stands and looks as this one, under another id. */
  public Camera withId(CameraId other) {
    return new Camera(other, place, location, bearing, fieldOfView, approachRank);
  }
}
