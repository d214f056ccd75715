package org.haetae.pipeline.health;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.haetae.domain.health.CameraState;
import org.jspecify.annotations.Nullable;

/** What is wrong with the pictures themselves. Guarded by its camera's lock. */
final class Scene {
  /** How far a value must come back, so that noise at the limit does not flap. */
  private static final double BACK = 1.25;

  private final HealthSettings settings;
  private final SceneReference reference;
  private final Lasting frozen;
  private final Lasting black;
  private final Lasting moved;
  private final Lasting blurred;
  private @Nullable SceneReading newest;
  private double correlation = 1;

  Scene(HealthSettings settings) {
    this.settings = settings;
    reference = new SceneReference(settings.sceneMemory());
    frozen = new Lasting(settings.frozen());
    black = new Lasting(settings.black());
    moved = new Lasting(settings.moved());
    blurred = new Lasting(settings.blurred());
  }

  void take(SceneReading reading, Instant at) {
    boolean same = newest != null && newest.fingerprint() == reading.fingerprint();
    newest = reading;
    boolean blind =
        reading.brightest() < settings.darkest() || reading.contrast() < settings.evenest();
    black.update(blind, at);
    // Encoders round the noise near black away, so sameness says nothing there.
    frozen.update(same && !blind, at);
    if (!blind) {
      compare(reading, at);
    }
  }

  private void compare(SceneReading reading, Instant at) {
    correlation = reference.correlation(reading);
    double limit = settings.sameScene() * (moved.holds() ? BACK : 1);
    moved.update(reference.isSettled() && correlation < limit, at);
    double sharp = Math.max(settings.sharpFloor(), settings.sharpest() * reference.sharpness());
    boolean soft = reading.sharpness() < sharp * (blurred.holds() ? BACK : 1);
    blurred.update(soft, at);
    boolean usual = !soft && correlation >= settings.sameScene();
    if (usual || !reference.isSettled()) {
      reference.follow(reading, at);
    }
  }

  /** Takes what is seen from now on for the right scene. */
  void accept() {
    reference.forget();
    moved.clear();
    blurred.clear();
  }

  Optional<HealthReport> frozen() {
    return problem(frozen, CameraState.FROZEN, "picture after picture is the same, bit by bit");
  }

  Optional<HealthReport> black() {
    String reason =
        newest != null && newest.brightest() < settings.darkest()
            ? "the picture is dark"
            : "the picture shows one even surface";
    return problem(black, CameraState.BLACK, reason);
  }

  Optional<HealthReport> moved() {
    return problem(
        moved,
        CameraState.MOVED,
        String.format(
            Locale.ROOT,
            "the scene agrees by %.2f of 1 with the one it was set up for",
            correlation));
  }

  Optional<HealthReport> blurred() {
    return problem(
        blurred,
        CameraState.DEFOCUSED,
        String.format(
            Locale.ROOT,
            "sharpness %.2f, usually %.2f",
            newest == null ? 0 : newest.sharpness(),
            reference.sharpness()));
  }

  private static Optional<HealthReport> problem(Lasting lasting, CameraState state, String reason) {
    return lasting.holds()
        ? Optional.of(new HealthReport(state, reason, lasting.since()))
        : Optional.empty();
  }
}
