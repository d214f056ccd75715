package org.haetae.app.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.haetae.casework.store.Backlog;
import org.haetae.casework.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The backlog as the store had it within the last second, so that the dozens of gauges of one
 * scrape cost one reading, and one waiting where the store does not answer. Safe for many threads.
 */
final class Glance {
  private static final Logger LOG = LoggerFactory.getLogger(Glance.class);
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Supplier<Backlog> store;
  private final InstantSource clock;
  private Optional<Backlog> seen = Optional.empty();
  private @Nullable Instant until;

  /**
   * @param clock one that never goes back
   */
  Glance(Supplier<Backlog> store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Empty where the store could not be read. */
  synchronized Optional<Backlog> newest() {
    if (until == null || !clock.instant().isBefore(until)) {
      seen = look();
      until = clock.instant().plus(FRESH);
    }
    return seen;
  }

  private Optional<Backlog> look() {
    try {
      return Optional.of(store.get());
    } catch (StoreException e) {
      LOG.warn("what waits can't be counted: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
