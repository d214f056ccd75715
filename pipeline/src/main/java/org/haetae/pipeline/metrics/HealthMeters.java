package org.haetae.pipeline.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.health.HealthChange;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.health.CameraHealth;

/** How the cameras fare, in numbers. Safe for many threads. */
public final class HealthMeters {
  private final MeterRegistry registry;
  private final Map<CameraId, CameraHealth> cameras = new ConcurrentHashMap<>();

  HealthMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Shows a camera's state from now on; {@code haetae_camera_up} becomes its being live. */
  public void watch(CameraHealth health) {
    cameras.put(health.camera(), health);
    for (CameraState state : CameraState.values()) {
      Gauge.builder("haetae.camera.health", health, now -> now.state() == state ? 1 : 0)
          .description("1 for the state that a camera is in")
          .tag("camera", health.camera().value())
          .tag("state", label(state))
          .strongReference(true)
          .register(registry);
      var _ = changes(health.camera(), state);
    }
  }

  /** Counts a change by the state that it led to. */
  public void changed(HealthChange change) {
    changes(change.camera(), change.to()).increment();
  }

  /** Shows how many technical alerts are open. */
  public void alerts(Supplier<? extends Collection<?>> open) {
    Gauge.builder("haetae.technical.alerts.open", open, alerts -> alerts.get().size())
        .description("Cameras that do not guard their place now")
        .strongReference(true)
        .register(registry);
  }

  /** Whether a camera is live; empty for one that is not watched. */
  Optional<Boolean> isLive(CameraId camera) {
    return Optional.ofNullable(cameras.get(camera))
        .map(health -> health.state() == CameraState.LIVE);
  }

  private Counter changes(CameraId camera, CameraState state) {
    return Counter.builder("haetae.camera.health.changes")
        .description("How often a camera came into a state")
        .tag("camera", camera.value())
        .tag("state", label(state))
        .register(registry);
  }

  private static String label(CameraState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
