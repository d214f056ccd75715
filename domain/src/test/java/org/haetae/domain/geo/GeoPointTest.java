package org.haetae.domain.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.haetae.domain.Seeds;
import org.junit.jupiter.api.Test;

class GeoPointTest {
  private static final double QUARTER_OF_THE_EARTH = Math.PI / 2 * 6_371_008.8;

  @Test
  void aDegreeOfLatitudeIsAboutHundredElevenKilometres() {
    assertEquals(111_195, new GeoPoint(37, 127).metresTo(new GeoPoint(38, 127)), 1);
  }

  @Test
  void seoulToBusanIsThreeHundredTwentyFiveKilometres() {
    GeoPoint seoul = new GeoPoint(37.5665, 126.9780);
    GeoPoint busan = new GeoPoint(35.1796, 129.0756);
    assertEquals(325_000, seoul.metresTo(busan), 1_500);
  }

  @Test
  void thePoleIsAQuarterFromTheEquatorAndTheAntipodesAHalf() {
    assertEquals(QUARTER_OF_THE_EARTH, new GeoPoint(0, 50).metresTo(new GeoPoint(90, -120)), 1e-3);
    assertEquals(
        2 * QUARTER_OF_THE_EARTH, new GeoPoint(10, 20).metresTo(new GeoPoint(-10, -160)), 1);
  }

  @Test
  void theDateLineIsNoBarrier() {
    assertEquals(
        new GeoPoint(0, 0).metresTo(new GeoPoint(0, 0.02)),
        new GeoPoint(0, 179.99).metresTo(new GeoPoint(0, -179.99)),
        1e-3);
    assertEquals(-179.99, new GeoPoint(0, 179.99).towards(90, 2_223.9).longitude(), 1e-4);
  }

  @Test
  void bearingsTurnClockwiseFromNorth() {
    GeoPoint here = new GeoPoint(37.5, 127);
    assertTrue(here.towards(0, 100).latitude() > here.latitude());
    assertTrue(here.towards(90, 100).longitude() > here.longitude());
    assertTrue(here.towards(180, 100).latitude() < here.latitude());
    assertTrue(here.towards(270, 100).longitude() < here.longitude());
  }

  @Test
  void whatLiesSoFarAwayIsSoFarAway() {
    Seeds.each(
        2_000,
        random -> {
          GeoPoint from = anywhere(random);
          double metres = Math.pow(10, random.nextDouble(-1, 6.9));
          GeoPoint to = from.towards(random.nextDouble(-720, 720), metres);
          assertEquals(metres, from.metresTo(to), 1e-6 * metres + 1e-3);
        });
  }

  @Test
  void thereAndBackIsHome() {
    Seeds.each(
        2_000,
        random -> {
          // Far from the poles, where the way back is the opposite bearing but for the meridians.
          GeoPoint home = new GeoPoint(random.nextDouble(-60, 60), random.nextDouble(-180, 180));
          double bearing = random.nextDouble(360);
          double metres = random.nextDouble(0, 500);
          GeoPoint back = home.towards(bearing, metres).towards(bearing + 180, metres);
          assertEquals(0, home.metresTo(back), 0.2);
        });
  }

  @Test
  void distanceIsSymmetricAndKeepsTheTriangle() {
    Seeds.each(
        2_000,
        random -> {
          GeoPoint a = anywhere(random);
          GeoPoint b = anywhere(random);
          GeoPoint c = anywhere(random);
          assertEquals(a.metresTo(b), b.metresTo(a), 1e-6);
          assertEquals(0, a.metresTo(a), 1e-6);
          assertTrue(a.metresTo(b) <= a.metresTo(c) + c.metresTo(b) + 1e-3);
        });
  }

  @Test
  void noPointLiesBeyondThePolesOrTheDateLine() {
    assertThrows(IllegalArgumentException.class, () -> new GeoPoint(90.01, 0));
    assertThrows(IllegalArgumentException.class, () -> new GeoPoint(0, -180.01));
    assertThrows(IllegalArgumentException.class, () -> new GeoPoint(Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new GeoPoint(0, Double.NaN));
  }

  private static GeoPoint anywhere(Random random) {
    return new GeoPoint(
        Math.toDegrees(Math.asin(random.nextDouble(-1, 1))), random.nextDouble(-180, 180));
  }
}
