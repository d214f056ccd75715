package org.haetae.pipeline.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SceneMeterTest {
  private final SceneMeter meter = new SceneMeter();
  private final HealthSettings settings = HealthSettings.defaults();
  private final Still yard = Readings.yard();
  private final SceneReading usual = meter.read(yard);

  @AfterEach
  void close() {
    meter.close();
  }

  private double agreement(Still other) {
    return usual.edges().correlation(meter.read(other).edges());
  }

  @Test
  void theSamePictureHasTheSameFingerprintAndNoOther() {
    assertEquals(usual.fingerprint(), meter.read(yard).fingerprint());
    Still brighter = yard.with((x, y) -> x < 80 && y < 80 ? yard.at(x, y) + 1 : yard.at(x, y));
    assertNotEquals(usual.fingerprint(), meter.read(brighter).fingerprint());
  }

  @Test
  void lightChangesLittleOfASceneAndTurningAwayMuch() {
    assertTrue(agreement(yard.with((x, y) -> yard.at(x, y) * 0.3)) > 0.9);
    assertTrue(agreement(yard.with((x, y) -> Math.min(255, yard.at(x, y) * 1.5 + 20))) > 0.7);
    Still lamp = yard.with((x, y) -> yard.at(x, y) * (x > 320 ? 0.4 : 1));
    assertTrue(agreement(lamp) > 0.85);
    assertTrue(agreement(yard.turned(230, 90)) < settings.sameScene());
  }

  @Test
  void somebodyWhoCoversHalfThePictureIsNoOtherScene() {
    Still visitor = yard.with((x, y) -> x < 320 ? 90 : yard.at(x, y));
    assertTrue(agreement(visitor) > settings.sameScene() * 1.25);
  }

  @Test
  void blurTakesSharpnessAwayAndDimLightDoesNot() {
    double limit = Math.max(settings.sharpFloor(), settings.sharpest() * usual.sharpness());
    assertTrue(meter.read(yard.blurred(3)).sharpness() < limit);
    assertTrue(meter.read(yard.with((x, y) -> yard.at(x, y) * 0.3)).sharpness() > 2 * limit);
  }

  @Test
  void anEvenSurfaceHasNeitherContrastNorSharpness() {
    SceneReading hand = meter.read(yard.with((x, y) -> 120 + x / 100.0));
    assertTrue(hand.contrast() < settings.evenest());
    assertTrue(Double.isNaN(hand.sharpness()));
    assertTrue(hand.brightest() > settings.darkest());
  }

  @Test
  void thePictureMayBeSmallerThanAPatch() {
    SceneReading tiny = meter.read(Still.of(50, 30, (x, y) -> x * 5));
    assertEquals(new PictureSize(50, 30), tiny.size());
  }
}
