package org.haetae.pipeline.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a camera usually sees. The first readings are averaged, so that somebody who stands before a
 * camera when it is switched on is not taken for the scene; after that it follows slowly.
 */
final class SceneReference {
  /** Readings before anything is compared. */
  private static final int ENOUGH = 3;

  /** The longest step that one reading stands for. */
  private static final double LONGEST_STEP = 10;

  private final double memorySeconds;
  private @Nullable EdgeImage edges;
  private double sharpness;
  private int readings;
  private Instant last = Instant.MIN;

  SceneReference(Duration memory) {
    memorySeconds = memory.toNanos() / 1e9;
  }

  /** Whether it knows enough to be compared with. */
  boolean isSettled() {
    return readings >= ENOUGH;
  }

  /** How well a reading agrees, −1 to 1; 1 while nothing is known. */
  double correlation(SceneReading reading) {
    return edges == null ? 1 : edges.correlation(reading.edges());
  }

  /** The usual sharpness; 0 while nothing is known. */
  double sharpness() {
    return sharpness;
  }

  /** Draws the reference towards a reading of the usual scene. */
  void follow(SceneReading reading, Instant at) {
    readings++;
    double share = 1;
    if (edges != null) {
      double step = Math.clamp(Duration.between(last, at).toNanos() / 1e9, 0, LONGEST_STEP);
      share = Math.max(1 - Math.exp(-step / memorySeconds), readings <= 10 ? 1.0 / readings : 0);
    }
    edges = edges == null ? reading.edges() : edges.towards(reading.edges(), share);
    if (!Double.isNaN(reading.sharpness())) {
      sharpness = sharpness == 0 ? reading.sharpness() : mixed(reading.sharpness(), share);
    }
    last = at;
  }

  private double mixed(double next, double share) {
    return sharpness + (next - sharpness) * share;
  }

  /** Takes the next readings for the usual scene. */
  void forget() {
    edges = null;
    sharpness = 0;
    readings = 0;
  }
}
