package org.haetae.pipeline.proximity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.haetae.domain.alert.Proximity;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.ProtectedPlace;
import org.junit.jupiter.api.Test;

class ProximityRuleTest {
  private static final ProtectedPlace PLACE = Scene.place(Scene.HOME, 100);

  /** Half a thousand pixels of focal length and a face of 9.5 pixels are ten metres. */
  private static final float TEN_METRES = 9.5f;

  /** Forty metres north of the home. */
  private static final GeoPoint NORTH = Scene.HOME_AT.towards(0, 40);

  private static Proximity of(OptionalDouble bearing, float x) {
    Camera camera = Scene.camera("door", Scene.HOME, NORTH, bearing, 1);
    Sighting sighting = Scene.sighting("door", x, TEN_METRES, Double.NaN, Scene.NOW);
    return ProximityRule.of(sighting, camera, PLACE);
  }

  @Test
  void withoutABearingTheCameraStandsForThePerson() {
    Proximity proximity = of(OptionalDouble.empty(), 500);
    assertEquals(40, proximity.metres(), 1e-3);
    assertEquals(10, proximity.uncertainty(), 1e-3);
    assertEquals(10, proximity.metresFromCamera(), 1e-3);
  }

  @Test
  void withABearingThePersonStandsOnTheMap() {
    Proximity away = of(OptionalDouble.of(0), 500);
    assertEquals(50, away.metres(), 0.01);
    assertEquals(2, away.uncertainty(), 1e-3);
    assertEquals(10, away.metresFromCamera(), 1e-3);
    assertEquals(30, of(OptionalDouble.of(180), 500).metres(), 0.01);
    assertEquals(Math.hypot(40, 10), of(OptionalDouble.of(90), 500).metres(), 0.01);
  }

  @Test
  void whoStandsAtTheEdgeOfThePictureStandsAside() {
    // A view of 90 degrees to the north: its right edge looks north-east.
    double aside = Math.sqrt(0.5) * 10;
    assertEquals(Math.hypot(40 + aside, aside), of(OptionalDouble.of(0), 1000).metres(), 0.01);
    // A view to the north-east: its left edge looks north.
    assertEquals(50, of(OptionalDouble.of(45), 0).metres(), 0.01);
  }
}
