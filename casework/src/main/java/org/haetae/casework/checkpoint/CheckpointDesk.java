package org.haetae.casework.checkpoint;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.haetae.casework.audit.Checkpoint;
import org.haetae.casework.audit.SignedCheckpoint;
import org.haetae.casework.audit.SigningKey;
import org.haetae.casework.store.AuditTable.Head;
import org.haetae.casework.store.Store;
import org.haetae.casework.store.Transaction;

/** Signs how far the trail has come. Safe for many threads. */
public final class CheckpointDesk {
  private final Store store;
  private final SigningKey key;
  private final CheckpointFile file;
  private final InstantSource clock;

  public CheckpointDesk(Store store, SigningKey key, CheckpointFile file, InstantSource clock) {
    this.store = store;
    this.key = key;
    this.file = file;
    this.clock = clock;
  }

  /**
   * Takes one, unless nothing was written since the last.
   *
   * @throws CheckpointException where the file can't be written; the next call tries again
   */
  public Optional<SignedCheckpoint> take() {
    Instant now = clock.instant();
    return store.write(in -> in.audit().head().flatMap(head -> taken(in, head, now)));
  }

  private Optional<SignedCheckpoint> taken(Transaction in, Head head, Instant now) {
    long before = in.audit().newestCheckpoint().map(Checkpoint::number).orElse(0L);
    if (head.number() <= before) {
      return Optional.empty();
    }
    SignedCheckpoint signed = key.sign(new Checkpoint(head.number(), head.hash(), now));
    // The file first: where this transaction fails, what stands there is true all the same.
    file.append(signed);
    in.audit().keep(signed);
    return Optional.of(signed);
  }
}
