package org.haetae.console.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.haetae.domain.alert.Proximity;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.PlaceKind;
import org.haetae.domain.place.ProtectedPlace;
import org.junit.jupiter.api.Test;

class SketchTest {
  private static final GeoPoint MIDDLE = new GeoPoint(60, 25);
  private static final ProtectedPlace PLACE =
      new ProtectedPlace(new PlaceId("home"), "home", PlaceKind.HOME, MIDDLE, 100);

  /** At sixty degrees north a degree of longitude is half as long as one of latitude. */
  private static final GeoPoint NORTH_EAST = new GeoPoint(60.0001, 25.0002);

  private static Sketch sketch(OptionalDouble bearing) {
    Camera camera =
        new Camera(new CameraId("door"), new PlaceId("home"), NORTH_EAST, bearing, 50, 0);
    return Sketch.of(PLACE, camera, new Proximity(20, 2, 7));
  }

  @Test
  void aCameraStandsWhereItIs() {
    Sketch.Spot camera = sketch(OptionalDouble.empty()).camera();
    assertEquals(11.12, camera.x(), 0.01);
    assertEquals(-11.12, camera.y(), 0.01, "north is up");
  }

  @Test
  void whoeverIsSeenStandsWhereTheCameraLooks() {
    Sketch.Spot person = sketch(OptionalDouble.of(90)).person().orElseThrow();
    assertEquals(11.12 + 7, person.x(), 0.01);
    assertEquals(-11.12, person.y(), 0.01);
    assertTrue(sketch(OptionalDouble.empty()).person().isEmpty(), "nobody measured it");
  }

  @Test
  void everythingIsWithinReach() {
    assertEquals(1.25 * 22, sketch(OptionalDouble.of(90)).reach(), 0.01);
  }
}
