package org.haetae.casework.office;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When what failed may be tried again: after each failure twice as long after as before, up to half
 * an hour. Lives in memory, so after a start everything may be tried at once. For one thread.
 */
final class Pauses {
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private record Pause(Instant until, Duration length) {}

  private final InstantSource clock;
  private final Map<UUID, Pause> pauses = new HashMap<>();

  Pauses(InstantSource clock) {
    this.clock = clock;
  }

  /** Forgets all but these. */
  void retain(Collection<UUID> keys) {
    pauses.keySet().retainAll(keys);
  }

  boolean over(UUID key) {
    Pause pause = pauses.get(key);
    return pause == null || !clock.instant().isBefore(pause.until());
  }

  void failed(UUID key) {
    pauses.compute(key, (_, before) -> longer(before));
  }

  private Pause longer(@Nullable Pause before) {
    Duration length = before == null ? FIRST : before.length().multipliedBy(2);
    Duration held = length.compareTo(LONGEST) > 0 ? LONGEST : length;
    return new Pause(clock.instant().plus(held), held);
  }
}
