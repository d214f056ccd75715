package org.haetae.console.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.domain.alert.UnfamiliarFace;

/**
 * Unfamiliar faces for a person's eyes. They are here and nowhere else, and gone after ten minutes,
 * or at once when somebody has looked. Safe for many threads.
 */
public final class UnfamiliarBoard {
  public static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST = 20;

  private final InstantSource clock;
  private final Deque<UnfamiliarFace> newest = new ArrayDeque<>();

  public UnfamiliarBoard(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes in a face; the oldest of too many goes. */
  public synchronized void add(UnfamiliarFace face) {
    newest.addFirst(face);
    if (newest.size() > MOST) {
      newest.removeLast();
    }
  }

  /** Newest first. */
  public synchronized List<UnfamiliarFace> newest() {
    forgetOld();
    return List.copyOf(newest);
  }

  public synchronized Optional<UnfamiliarFace> find(UUID id) {
    forgetOld();
    return newest.stream().filter(face -> face.id().equals(id)).findFirst();
  }

  /** Somebody has looked: it is gone. */
  public synchronized boolean dismiss(UUID id) {
    return newest.removeIf(face -> face.id().equals(id));
  }

  /** To be called now and then, so that nothing lies here unseen. */
  public synchronized void forgetOld() {
    Instant limit = clock.instant().minus(KEPT);
    newest.removeIf(face -> face.seen().isBefore(limit));
  }
}
