package org.haetae.pipeline.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthSettings;
import org.junit.jupiter.api.Test;

class HealthMetersTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final CameraId CAMERA = new CameraId("door");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final PipelineMeters meters = new PipelineMeters(registry, InstantSource.fixed(NOW));
  private final CameraMeters camera = meters.camera(CAMERA);
  private final CameraHealth health =
      new CameraHealth(
          CAMERA, Optional.empty(), HealthSettings.defaults(), NOW, meters.health()::changed);

  @Test
  void exactlyOneStateIsShownAndChangesAreCounted() {
    meters.health().watch(health);
    assertEquals(1, gauge("connecting"));
    health.opened(640, 360, NOW);
    health.picture(NOW);
    health.tick(NOW.plusSeconds(4));
    assertEquals(1, gauge("stalled"));
    assertEquals(
        1,
        registry.get("haetae.camera.health").gauges().stream()
            .mapToDouble(gauge -> gauge.value())
            .sum());
    assertEquals(CameraState.values().length, registry.get("haetae.camera.health").gauges().size());
    assertEquals(1, changes("live"));
    assertEquals(1, changes("stalled"));
    assertEquals(0, changes("black"));
  }

  @Test
  void aCameraIsUpOnlyWhileItIsLive() {
    camera.up(true);
    assertEquals(1, registry.get("haetae.camera.up").gauge().value());
    meters.health().watch(health);
    assertEquals(0, registry.get("haetae.camera.up").gauge().value());
    health.opened(640, 360, NOW);
    health.picture(NOW);
    assertEquals(1, registry.get("haetae.camera.up").gauge().value());
  }

  @Test
  void openAlertsAreCounted() {
    List<String> open = List.of("one", "two");
    meters.health().alerts(() -> open);
    assertEquals(2, registry.get("haetae.technical.alerts.open").gauge().value());
  }

  @Test
  void noLabelNamesMoreThanACameraAndAState() {
    meters.health().watch(health);
    assertEquals(
        List.of("camera", "state"),
        registry.get("haetae.camera.health").meters().stream()
            .map(Meter::getId)
            .flatMap(id -> id.getTags().stream().map(tag -> tag.getKey()))
            .distinct()
            .toList());
  }

  private double gauge(String state) {
    return registry.get("haetae.camera.health").tag("state", state).gauge().value();
  }

  private double changes(String state) {
    return registry.get("haetae.camera.health.changes").tag("state", state).counter().count();
  }
}
