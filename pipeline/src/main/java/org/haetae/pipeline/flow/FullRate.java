package org.haetae.pipeline.flow;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.domain.id.CameraId;

/**
 * Cameras that are to be watched as closely as possible for a while, whatever moves before them:
 * every picture is decoded, and the whole of each is searched for faces. Safe for many threads; to
 * ask costs the frame path a look-up and no memory.
 */
public final class FullRate {
  private final AtomicReference<Map<CameraId, Instant>> ends = new AtomicReference<>(Map.of());

  /** Watches cameras closely until {@code end}; one for which a later end was asked keeps it. */
  public void ask(Collection<CameraId> cameras, Instant end) {
    ends.updateAndGet(
        before -> {
          Map<CameraId, Instant> after = new HashMap<>(before);
          cameras.forEach(camera -> after.merge(camera, end, FullRate::later));
          return Map.copyOf(after);
        });
  }

  /** Lets cameras go whose end has come; to be called every second or so. */
  public void tick(Instant now) {
    if (!ends.get().isEmpty()) {
      ends.updateAndGet(
          before -> {
            Map<CameraId, Instant> after = new HashMap<>(before);
            after.values().removeIf(end -> !now.isBefore(end));
            return Map.copyOf(after);
          });
    }
  }

  /** Whether a camera is watched closely now. */
  public boolean holds(CameraId camera) {
    return ends.get().containsKey(camera);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
