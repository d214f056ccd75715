package org.haetae.pipeline.health;

/** Readings of painted scenes; every call gives a picture that differs by some noise. */
final class Readings {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;

  private final SceneMeter meter;
  private int noise;

  Readings(SceneMeter meter) {
    this.meter = meter;
  }

  /** Blocks of several greys, as a yard with walls and doors. */
  static Still yard() {
    return Still.of(WIDTH, HEIGHT, (x, y) -> 40 + (x / 53 * 7919 + y / 47 * 104729) % 160);
  }

  SceneReading usual() {
    return of(yard());
  }

  SceneReading dark() {
    return of(yard().with((x, y) -> 4));
  }

  SceneReading elsewhere() {
    return of(yard().turned(230, 90));
  }

  SceneReading blurred() {
    return of(yard().blurred(4));
  }

  /** The same picture at every call. */
  SceneReading still() {
    return meter.read(yard());
  }

  SceneReading of(Still scene) {
    int number = ++noise;
    return meter.read(
        scene.with((x, y) -> scene.at(x, y) + Math.floorMod((x * 31 + y * 17) * number, 3)));
  }
}
