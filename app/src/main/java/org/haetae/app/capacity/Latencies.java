package org.haetae.app.capacity;

import java.time.Duration;
import java.util.Arrays;

/** A growing list of how old pictures were at their decision. One thread at a time. */
final class Latencies {
  private double[] millis = new double[1024];
  private int count;

  void add(Duration age) {
    if (count == millis.length) {
      millis = Arrays.copyOf(millis, 2 * count);
    }
    millis[count++] = age.toNanos() / 1e6;
  }

  void addAll(Latencies other) {
    millis = Arrays.copyOf(millis, count + other.count);
    System.arraycopy(other.millis, 0, millis, count, other.count);
    count += other.count;
  }

  int count() {
    return count;
  }

  /** What {@code share} of all don't exceed; nothing where there are none. */
  Duration percentile(double share) {
    if (count == 0) {
      return Duration.ZERO;
    }
    double[] sorted = Arrays.copyOf(millis, count);
    Arrays.sort(sorted);
    double value = sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
    return Duration.ofNanos(Math.round(value * 1e6));
  }
}
