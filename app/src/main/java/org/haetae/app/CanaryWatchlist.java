package org.haetae.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.watchlist.Watchlist;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.domain.watchlist.WatchlistSnapshot;

/** The site's watchlist, and the canary's face for its own place. Safe for many threads. */
final class CanaryWatchlist implements Watchlist {
  /** Somebody beside those of the site. */
  record Guest(ProtectionOrder order, Optional<WatchlistEntry> entry) {}

  /** A snapshot of the site's, and what was made of it: made anew only when it is another. */
  private record Joined(WatchlistSnapshot site, WatchlistSnapshot both) {}

  private final Watchlist site;
  private final Guest guest;
  private volatile Joined joined;

  CanaryWatchlist(Watchlist site, Guest guest) {
    this.site = site;
    this.guest = guest;
    this.joined = join(site.current());
  }

  private Joined join(WatchlistSnapshot now) {
    return new Joined(
        now,
        new WatchlistSnapshot(
            with(now.orders(), Optional.of(guest.order())), with(now.entries(), guest.entry())));
  }

  private static <T> List<T> with(List<T> some, Optional<T> one) {
    return Stream.concat(some.stream(), one.stream()).toList();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // An equal one is joined anew, which costs as little.
  public WatchlistSnapshot current() {
    WatchlistSnapshot now = site.current();
    Joined last = joined;
    if (last.site() != now) {
      last = join(now);
      joined = last;
    }
    return last.both();
  }
}
