package org.haetae.domain.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceRulesTest {
  private static final GeoPoint HERE = new GeoPoint(37.5, 127);

  private static Camera camera(double fieldOfView) {
    return new Camera(
        new CameraId("door"), new PlaceId("home"), HERE, OptionalDouble.empty(), fieldOfView, 1);
  }

  private static ProtectedPlace place(double radius) {
    return new ProtectedPlace(new PlaceId("home"), "Home", PlaceKind.HOME, HERE, radius);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -10, 180, 360, Double.NaN})
  void aLensSeesMoreThanNothingAndLessThanHalfTheWorld(double fieldOfView) {
    assertThrows(IllegalArgumentException.class, () -> camera(fieldOfView));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void aPlaceIsKeptClearByMoreThanNothing(double radius) {
    assertThrows(IllegalArgumentException.class, () -> place(radius));
  }

  @Test
  void whatIsPlausibleIsTaken() {
    assertEquals(90, camera(90).fieldOfView());
    assertEquals(100, place(100).exclusionRadius());
  }
}
