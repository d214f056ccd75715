package org.haetae.console.turnstile;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lets each asker through at one rate. Safe for many threads; remembers a bounded number. */
public final class RateLimit {
  private final Rate rate;
  private final int most;
  // Guarded by this; whoever has not asked for longest comes first.
  private final LinkedHashMap<Object, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true);

  /**
   * @param most askers who are remembered; who has not asked for longest is forgotten first, and
   *     begins anew
   */
  public RateLimit(Rate rate, int most) {
    this.rate = rate;
    this.most = most;
  }

  /**
   * Lets one through.
   *
   * @return how long to wait; empty where it was let through
   */
  public synchronized Optional<Duration> pass(Object asker, Instant now) {
    Bucket left = buckets.getOrDefault(asker, Bucket.full(rate, now)).filled(rate, now);
    buckets.put(asker, left.mayTake() ? left.taken() : left);
    if (buckets.size() > most) {
      Map.Entry<Object, Bucket> oldest = buckets.firstEntry();
      buckets.remove(oldest.getKey());
    }
    return left.mayTake() ? Optional.empty() : Optional.of(left.pause(rate));
  }
}
