package org.haetae.console.audit;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.haetae.casework.audit.ChainCheck;
import org.haetae.casework.audit.Finding;
import org.haetae.casework.audit.Link;
import org.haetae.casework.store.AuditTable.Head;
import org.haetae.casework.store.Store;

/**
 * How far the chain is known to be whole. Each entry is looked at once while this process runs, a
 * part of them with each request; {@code haetae audit verify} looks at all of them again. Safe for
 * many threads.
 */
final class TrailState {
  /** About a quarter of a second. */
  private static final int BATCH = 20_000;

  private final Store store;
  private final ReentrantLock turn = new ReentrantLock();
  private final ChainCheck check = ChainCheck.fromTheBeginning();

  TrailState(Store store) {
    this.store = store;
  }

  /**
   * What is known.
   *
   * @param checked up to which entry
   * @param last the number of the last entry by the database's own count
   */
  record Known(long checked, long last, List<Finding> findings) {
    Known {
      findings = List.copyOf(findings);
    }
  }

  /** Looks a bit further. */
  Known look() {
    turn.lock();
    try {
      return store.read(
          in -> {
            List<Link> links = in.audit().links(check.last(), BATCH);
            links.forEach(check::take);
            long last = in.audit().head().map(Head::number).orElse(0L);
            return new Known(check.last(), last, check.end());
          });
    } finally {
      turn.unlock();
    }
  }
}
