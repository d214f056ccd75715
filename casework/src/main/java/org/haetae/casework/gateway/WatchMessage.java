package org.haetae.casework.gateway;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.haetae.casework.watch.Fix;

/** What a watch says. */
public sealed interface WatchMessage {
  /** By the watch's clock. */
  Instant at();

  /** Where the watch was last; empty where it does not say. */
  Optional<Fix> position();

  /**
   * It is well.
   *
   * @param battery percent, 0 to 100
   */
  record Heartbeat(Instant at, int battery, Optional<Fix> position) implements WatchMessage {}

  /**
   * Its button was pressed.
   *
   * @param key the same when the same is said again
   * @param battery percent, 0 to 100, where it is said
   */
  record Sos(UUID key, Instant at, Optional<Integer> battery, Optional<Fix> position)
      implements WatchMessage {}
}
