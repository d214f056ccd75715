package org.haetae.casework.office;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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

  /** Tries one; answers whether it is done. Where it failed it says so by {@link #failed}. */
  @FunctionalInterface
  interface Attempt<T> {
    boolean on(T one) throws InterruptedException;
  }

  /**
   * Tries each that may be tried, and forgets whatever is no longer among them.
   *
   * @param key of each, the same from round to round
   * @return how many are done
   */
  <T> int round(List<T> all, Function<T, UUID> key, Attempt<T> attempt)
      throws InterruptedException {
    pauses.keySet().retainAll(all.stream().map(key).toList());
    int done = 0;
    for (T one : all) {
      if (over(key.apply(one)) && attempt.on(one)) {
        done++;
      }
    }
    return done;
  }

  private boolean over(UUID key) {
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
