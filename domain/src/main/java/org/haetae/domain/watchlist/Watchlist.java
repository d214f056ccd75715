package org.haetae.domain.watchlist;

/** Hands out the current watchlist. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface Watchlist {

  /** The watchlist as it stands now; never blocks on a disk or a network. */
  WatchlistSnapshot current();
}
