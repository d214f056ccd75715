package org.haetae.casework.sight;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.haetae.casework.store.Store;
import org.haetae.domain.health.TechnicalAlertEvent;

/**
 * Keeps when a site's cameras were blind. What happens is taken in from any thread without waiting
 * for the store, and written in rounds; what the store refuses is written with the next round.
 * Thread-safe.
 */
public final class SightLog {
  private final Store store;
  private final String site;
  private final InstantSource clock;
  private final ConcurrentLinkedQueue<BlindSpell> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  public SightLog(Store store, String site, InstantSource clock) {
    this.store = store;
    this.site = site;
    this.clock = clock;
  }

  /**
   * Begins a run of the site: from the last sign of life of the run before to now nobody saw. The
   * very first leaves a spell without length, from which on silence means something. To be called
   * before anything else writes a sign of life.
   *
   * @throws org.haetae.casework.store.StoreException when it can't be kept
   */
  public void begin() {
    Instant now = clock.instant();
    store.run(
        in -> {
          Instant seen = in.readings().seen(site).filter(last -> !last.isAfter(now)).orElse(now);
          in.sight().endOpen(site, seen);
          in.sight().put(site, new BlindSpell(new Blindness.OfSite(), seen, Optional.of(now)));
        });
  }

  /** A camera does not guard its place any more, or does again. */
  public void take(TechnicalAlertEvent event) {
    waiting.add(BlindSpell.of(event));
  }

  /**
   * Writes down what was taken in.
   *
   * @throws org.haetae.casework.store.StoreException when they can't be kept; they wait
   */
  public void write() {
    writing.lock();
    try {
      List<BlindSpell> all = new ArrayList<>(waiting);
      if (!all.isEmpty()) {
        store.run(in -> all.forEach(spell -> in.sight().put(site, spell)));
        all.forEach(_ -> waiting.poll());
      }
    } finally {
      writing.unlock();
    }
  }
}
