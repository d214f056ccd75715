package org.haetae.pipeline.health;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that counts only once at least two readings in a row, far enough apart, show it. */
final class Lasting {
  private final Duration least;
  private @Nullable Instant first;
  private boolean holds;

  Lasting(Duration least) {
    this.least = least;
  }

  void update(boolean shown, Instant at) {
    if (!shown) {
      clear();
    } else if (first == null) {
      first = at;
    } else {
      holds = holds || !at.isBefore(first.plus(least));
    }
  }

  void clear() {
    first = null;
    holds = false;
  }

  boolean holds() {
    return holds;
  }

  /** When it began; only while it is shown. */
  Instant since() {
    if (first == null) {
      throw new IllegalStateException("it is not shown");
    }
    return first;
  }
}
