package org.haetae.benchmarks.match;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * How long one thing took, again and again, by the clock and by the thread's processor time: the
 * latter leaves out what others did on the same core. One thread.
 */
final class Times {
  /** More are not kept. */
  static final int MOST = 200_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long[] wall = new long[MOST];
  private final long[] processor = new long[MOST];
  private int count;
  private long beganWall;
  private long beganProcessor;

  void begin() {
    beganWall = System.nanoTime();
    beganProcessor = THREADS.getCurrentThreadCpuTime();
  }

  void end() {
    processor[count] = THREADS.getCurrentThreadCpuTime() - beganProcessor;
    wall[count] = System.nanoTime() - beganWall;
    count++;
  }

  int count() {
    return count;
  }

  /** Microseconds that a share of the calls did not exceed. */
  double wall(double share) {
    return quantile(wall, share);
  }

  /** {@link #wall} of the thread's processor time. */
  double processor(double share) {
    return quantile(processor, share);
  }

  private double quantile(long[] nanos, double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[Math.min(count - 1, (int) (count * share))] / 1e3;
  }
}
