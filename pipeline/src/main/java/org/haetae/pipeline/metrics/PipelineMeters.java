package org.haetae.pipeline.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.ffmpeg.DecodingDevice;
import org.haetae.pipeline.sighting.Stage;
import org.haetae.pipeline.sighting.StageTimes;

/**
 * The meters that concern no single camera, and the way to those that do. Safe for many threads.
 */
public final class PipelineMeters implements StageTimes {
  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
  private final Timer alertLatency;
  private final Timer decisionAge;
  private final HealthMeters health;
  private final FitMeters fit;

  public PipelineMeters(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    health = new HealthMeters(registry);
    fit = new FitMeters(registry);
    for (Stage stage : Stage.values()) {
      stages.put(
          stage,
          histogram("haetae.stage", "Time that a stage took for one frame")
              .tag("stage", stage.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    alertLatency =
        histogram(
                "haetae.alert.latency",
                "From the capture of the decisive frame to the alert's delivery")
            .register(registry);
    decisionAge =
        histogram("haetae.decision.age", "Age of a frame when its analysis was done")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
  }

  private static Timer.Builder histogram(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(25),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));
  }

  /** The meters of one camera. */
  public CameraMeters camera(CameraId camera) {
    var _ = sightings(camera);
    return new CameraMeters(registry, camera, clock, decisionAge, health);
  }

  /** Shows what decodes the pictures of live cameras. */
  public void decoding(DecodingDevice.Kind device) {
    Gauge.builder("haetae.decoding.device", () -> 1)
        .description("1 for what decodes the pictures of live cameras")
        .tag("device", device.name().toLowerCase(Locale.ROOT))
        .register(registry);
  }

  /** The meters of the cameras' health. */
  public HealthMeters health() {
    return health;
  }

  /** The meters of the cameras' fitness. */
  public FitMeters fit() {
    return fit;
  }

  @Override
  public void record(Stage stage, long nanos) {
    Timer timer = stages.get(stage);
    if (timer != null) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  /** A timer takes no time below 0, and says so with a stack trace. */
  static Duration age(Instant captured, InstantSource clock) {
    Duration age = Duration.between(captured, clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** An alert was delivered whose decisive frame was captured at {@code captured}. */
  public void delivered(CameraId camera, Instant captured) {
    alertLatency.record(age(captured, clock));
    sightings(camera).increment();
  }

  private Counter sightings(CameraId camera) {
    return Counter.builder("haetae.sightings")
        .description("Sightings that were alerted")
        .tag("camera", camera.value())
        .register(registry);
  }
}
