package org.haetae.benchmarks.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.haetae.domain.id.CameraId;
import org.haetae.pipeline.capture.Frame;
import org.haetae.pipeline.flow.FrameTap;
import org.haetae.pipeline.sighting.FrameView;

/**
 * How old each frame was when its analysis was done, by the frame: of all frames, and of those that
 * the detector looked at. For one shard, whose thread alone writes; another may read once the
 * pipeline is closed.
 */
final class Ages implements FrameTap {
  private final InstantSource clock;
  private final Instant from;
  private final LongSupplier passes;
  private final Samples all = new Samples();
  private final Samples detected = new Samples();
  private long lastPasses;

  /**
   * @param from frames taken before are not counted
   * @param passes how often the detector has run so far
   */
  Ages(InstantSource clock, Instant from, LongSupplier passes) {
    this.clock = clock;
    this.from = from;
    this.passes = passes;
  }

  @Override
  public boolean wants(CameraId camera) {
    return true;
  }

  @Override
  public void show(CameraId camera, Frame frame, FrameView seen) {
    long now = passes.getAsLong();
    boolean looked = now > lastPasses;
    lastPasses = now;
    if (frame.capturedAt().isBefore(from)) {
      return;
    }
    double millis = Duration.between(frame.capturedAt(), clock.instant()).toNanos() / 1e6;
    all.add(millis);
    if (looked) {
      detected.add(millis);
    }
  }

  Samples all() {
    return all;
  }

  Samples detected() {
    return detected;
  }

  /** A growing list of numbers. */
  static final class Samples {
    private double[] values = new double[1024];
    private int count;

    void add(double value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count++] = value;
    }

    int count() {
      return count;
    }

    /** The value that {@code share} of all don't exceed, NaN where there is none. */
    double percentile(double share) {
      if (count == 0) {
        return Double.NaN;
      }
      double[] sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
    }
  }
}
