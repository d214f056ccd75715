package org.haetae.casework.canary;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.alarm.AlarmDesk;
import org.haetae.domain.id.CameraId;

/** Knows how each canary's rehearsal fares, and raises the alarm when one fails. Thread-safe. */
public final class CanaryWatch {
  /** A camera's rehearsals: the one under way, and what came of those before. */
  private static final class Perch {
    CanaryRound round;
    Optional<Instant> arrived = Optional.empty();
    boolean failed;

    Perch(Instant since) {
      round = CanaryRound.begun(since);
    }
  }

  private final Duration every;
  private final AlarmDesk alarms;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<CameraId, Perch> perches = new LinkedHashMap<>();
  private long failures;

  /**
   * @param cameras at which canaries appear; the first is awaited from now on
   * @param every from one rehearsal to the next
   */
  public CanaryWatch(
      Collection<CameraId> cameras, Duration every, AlarmDesk alarms, InstantSource clock) {
    this.every = every;
    this.alarms = alarms;
    this.clock = clock;
    cameras.forEach(camera -> perches.put(camera, new Perch(clock.instant())));
  }

  /** Whether a camera is one of ours. */
  public boolean knows(CameraId camera) {
    return perches.containsKey(camera);
  }

  /** A rehearsal's pictures begin. */
  public void begun(CameraId camera) {
    Instant now = clock.instant();
    locked(
        () -> {
          Perch perch = perches.get(camera);
          if (perch != null) {
            judge(camera, perch, now);
            perch.round = CanaryRound.begun(now);
            perch.failed = false;
          }
        });
  }

  /**
   * Its face was recognised.
   *
   * @return whether that is news, and {@code channels} are to be told under {@code key}
   */
  boolean alerted(CameraId camera, UUID key, Set<String> channels) {
    lock.lock();
    try {
      Perch perch = perches.get(camera);
      if (perch == null || perch.round.notice().isPresent()) {
        return false;
      }
      perch.round = perch.round.alerted(key, channels);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A channel took over a canary's notice. */
  void delivered(UUID key, String channel) {
    Instant now = clock.instant();
    locked(() -> perches.forEach((camera, perch) -> delivered(camera, perch, key, channel, now)));
  }

  private void delivered(CameraId camera, Perch perch, UUID key, String channel, Instant now) {
    CanaryRound after = perch.round.delivered(key, channel, now);
    if (after.arrived().isPresent() && perch.round.arrived().isEmpty()) {
      perch.arrived = after.arrived();
      alarms.clear(AlarmCode.CANARY_LATE, camera.value());
    }
    perch.round = after;
  }

  /** Judges what is under way; to be called every second or so. */
  public void look() {
    Instant now = clock.instant();
    locked(() -> perches.forEach((camera, perch) -> judge(camera, perch, now)));
  }

  private void judge(CameraId camera, Perch perch, Instant now) {
    Instant overdue = perch.round.begun().plus(every).plus(CanaryRound.LIMIT);
    Optional<String> why =
        perch
            .round
            .stuck(now)
            .or(() -> now.isBefore(overdue) ? Optional.empty() : Optional.of("it does not begin"));
    why.ifPresent(
        words -> {
          if (!perch.failed) {
            perch.failed = true;
            failures++;
          }
          alarms.raise(AlarmCode.CANARY_LATE, camera.value(), words);
        });
  }

  /**
   * Seconds since the canary that is longest ago arrived; not a number before all have arrived
   * once.
   */
  public double age() {
    Instant now = clock.instant();
    lock.lock();
    try {
      double oldest = perches.isEmpty() ? Double.NaN : 0;
      for (Perch perch : perches.values()) {
        double age =
            perch.arrived.map(at -> Duration.between(at, now).toMillis() / 1e3).orElse(Double.NaN);
        // A NaN stays one.
        oldest = Math.max(oldest, age);
      }
      return oldest;
    } finally {
      lock.unlock();
    }
  }

  /** Rehearsals that failed since the start. */
  public long failures() {
    lock.lock();
    try {
      return failures;
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }
}
