package org.haetae.pipeline.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.haetae.domain.id.CameraId;
import org.jspecify.annotations.Nullable;

/** What is counted of one camera. Its grabber and its shard write, any thread reads. */
public final class CameraMeters {
  private final InstantSource clock;
  private final Counter captured;
  private final Counter superseded;
  private final Counter failed;
  private final Counter damaged;
  private final Timer decisionAge;
  private volatile boolean up;
  private volatile boolean everyPicture = true;
  private volatile double clockError = Double.NaN;
  private volatile @Nullable Instant lastFrame;

  @SuppressWarnings("this-escape") // The gauges read fields that have their values already.
  CameraMeters(MeterRegistry registry, CameraId camera, InstantSource clock, Timer decisionAge) {
    this.clock = clock;
    this.decisionAge = decisionAge;
    captured =
        Counter.builder("haetae.frames.captured")
            .description("Frames that a camera gave")
            .tag("camera", camera.value())
            .register(registry);
    superseded = dropped(registry, camera, "superseded");
    failed = dropped(registry, camera, "failed");
    damaged = dropped(registry, camera, "damaged");
    Gauge.builder("haetae.camera.decodes.every.picture", this, m -> m.everyPicture ? 1 : 0)
        .description("1 while every picture is decoded, 0 while only key frames are")
        .tag("camera", camera.value())
        .strongReference(true)
        .register(registry);
    Gauge.builder("haetae.camera.clock.ahead", this, m -> m.clockError)
        .description("Seconds by which the camera's clock is ahead, NaN where it tells none")
        .baseUnit("seconds")
        .tag("camera", camera.value())
        .strongReference(true)
        .register(registry);
    Gauge.builder("haetae.camera.up", this, meters -> meters.up ? 1 : 0)
        .description("1 while the camera gives frames")
        .tag("camera", camera.value())
        .strongReference(true)
        .register(registry);
    Gauge.builder("haetae.camera.last.frame.age", this, CameraMeters::lastFrameAge)
        .description("Seconds since the last frame")
        .baseUnit("seconds")
        .tag("camera", camera.value())
        .strongReference(true)
        .register(registry);
  }

  private static Counter dropped(MeterRegistry registry, CameraId camera, String reason) {
    return Counter.builder("haetae.frames.dropped")
        .description("Frames that were not analysed")
        .tag("camera", camera.value())
        .tag("reason", reason)
        .register(registry);
  }

  /** Whether the stream is open. */
  public void up(boolean isUp) {
    up = isUp;
  }

  /** A frame came. */
  public void captured(Instant at) {
    captured.increment();
    lastFrame = at;
  }

  /** A frame was superseded before it was analysed. */
  public void superseded() {
    superseded.increment();
  }

  /** A frame's analysis broke off; a camera whose every frame fails is blind. */
  public void failed() {
    failed.increment();
  }

  /** A picture was damaged on its way. */
  public void damaged() {
    damaged.increment();
  }

  /** Whether every picture is decoded or only key frames. */
  public void decodesEveryPicture(boolean every) {
    everyPicture = every;
  }

  /** By how much the camera's clock is ahead of ours. */
  public void clockError(Duration ahead) {
    clockError = ahead.toNanos() / 1e9;
  }

  /** A frame was analysed. A camera whose believed clock is a little ahead makes no age below 0. */
  public void analysed(Instant capturedAt) {
    decisionAge.record(PipelineMeters.age(capturedAt, clock));
  }

  private double lastFrameAge() {
    Instant last = lastFrame;
    return last == null ? Double.NaN : Duration.between(last, clock.instant()).toNanos() / 1e9;
  }
}
