package org.haetae.domain.order;

import java.time.Instant;

/**
 * The time in which an order is in force, half open: {@code from} belongs to it, {@code until} does
 * not.
 */
public record Validity(Instant from, Instant until) {
  public Validity {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException(
          "an order must begin before it ends, but this one runs from %s until %s"
              .formatted(from, until));
    }
  }

  /** Whether the order is in force at {@code instant}. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }
}
