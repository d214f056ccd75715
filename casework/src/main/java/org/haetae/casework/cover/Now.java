package org.haetae.casework.cover;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time at which a question is asked, and the first later time at which its answer may change.
 * Used once, by one thread.
 */
public final class Now {
  private final Instant instant;
  private @Nullable Instant next;

  public Now(Instant instant) {
    this.instant = instant;
  }

  /** Whether {@code moment} has come. */
  public boolean reached(Instant moment) {
    if (!instant.isBefore(moment)) {
      return true;
    }
    if (next == null || moment.isBefore(next)) {
      next = moment;
    }
    return false;
  }

  /** Whether {@code span} has passed since {@code start}. */
  public boolean passed(Instant start, Duration span) {
    return reached(start.plus(span));
  }

  /** For what can't be asked by {@link #reached}; whoever uses it must ask for each change, too. */
  public Instant instant() {
    return instant;
  }

  /** When to ask again although nothing has happened; empty where never. */
  public Optional<Instant> next() {
    return Optional.ofNullable(next);
  }
}
