package org.haetae.app.capacity;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The processor's time that threads have used, by name. */
record ThreadTimes(Map<String, Long> nanos, long process) {
  static ThreadTimes now() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Map<String, Long> nanos = new HashMap<>();
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      long used = threads.getThreadCpuTime(id);
      if (info != null && used >= 0) {
        nanos.merge(info.getThreadName(), used, Long::sum);
      }
    }
    long process =
        ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    return new ThreadTimes(Map.copyOf(nanos), process);
  }

  /** Nanoseconds since {@code before} of all threads whose name begins so. */
  long since(ThreadTimes before, String prefix) {
    return nanos.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .mapToLong(entry -> entry.getValue() - before.nanos.getOrDefault(entry.getKey(), 0L))
        .sum();
  }

  /** The same of the one thread that used most. */
  long mostSince(ThreadTimes before, String prefix) {
    return nanos.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .mapToLong(entry -> entry.getValue() - before.nanos.getOrDefault(entry.getKey(), 0L))
        .max()
        .orElse(0);
  }

  /** The same of the whole process. */
  long since(ThreadTimes before) {
    return process - before.process;
  }
}
