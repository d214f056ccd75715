package org.haetae.app;

import java.time.Duration;
import org.haetae.casework.checkpoint.CheckpointDesk;
import org.haetae.casework.checkpoint.CheckpointException;
import org.haetae.casework.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a checkpoint of the audit trail taken every so often, and a last one at the end: what is cut
 * off the trail afterwards is found. Begun once, closed once, before the store.
 */
final class TrailKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrailKeeper.class);

  /** So much of a trail's end can be cut off unseen at most. */
  private static final Duration EVERY = Duration.ofMinutes(5);

  private final CheckpointDesk desk;
  private final RoundWatch rounds;

  TrailKeeper(CheckpointDesk desk) {
    this.desk = desk;
    this.rounds = new RoundWatch("audit-checkpoints", EVERY, this::round, () -> {});
    rounds.start();
  }

  /** Nothing is told of one that was taken; the log would say it all night. */
  private int round() {
    var _ = desk.take();
    return 0;
  }

  @Override
  public void close() {
    rounds.close();
    try {
      var _ = desk.take();
    } catch (StoreException | CheckpointException e) {
      LOG.error("no last checkpoint of the audit trail was taken: {}", e.getMessage());
    }
  }
}
