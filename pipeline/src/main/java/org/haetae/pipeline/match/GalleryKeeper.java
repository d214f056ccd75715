package org.haetae.pipeline.match;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.watchlist.Watchlist;

/**
 * Holds the current book and swaps it as a whole. Any thread may read it; whoever owns the clock
 * calls {@link #refresh} often enough that an order's end is felt (once a second).
 */
public final class GalleryKeeper {
  private final Watchlist watchlist;
  private final Collection<Camera> cameras;
  private final ModelId model;
  private final InstantSource clock;
  private final AtomicReference<GalleryBook> book;

  public GalleryKeeper(
      Watchlist watchlist, Collection<Camera> cameras, ModelId model, InstantSource clock) {
    this.watchlist = watchlist;
    this.cameras = List.copyOf(cameras);
    this.model = model;
    this.clock = clock;
    this.book = new AtomicReference<>(build());
  }

  /** The book as it stands. */
  public GalleryBook current() {
    return book.get();
  }

  /**
   * Looks at watchlist and clock again.
   *
   * @return whether the book changed
   */
  public boolean refresh() {
    GalleryBook fresh = build();
    if (fresh.sameScope(book.get())) {
      return false;
    }
    book.set(fresh);
    return true;
  }

  private GalleryBook build() {
    return GalleryBook.of(watchlist.current(), cameras, model, clock.instant());
  }
}
