package org.haetae.pipeline.match;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.watchlist.Watchlist;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.pipeline.match.GalleryBook.Residents;

/**
 * Holds the current book and swaps it as a whole. Any thread may read it; whoever owns the clock
 * calls {@link #refresh} often enough that an order's end is felt (once a second).
 */
public final class GalleryKeeper {
  private final Watchlist watchlist;
  private final Collection<Camera> cameras;
  private final ModelId model;
  private final InstantSource clock;
  private final Map<CameraId, Residents> residents;
  private final AtomicReference<GalleryBook> book;

  /** Looks for respondents only. */
  public GalleryKeeper(
      Watchlist watchlist, Collection<Camera> cameras, ModelId model, InstantSource clock) {
    this(watchlist, Map.of(), cameras, model, clock);
  }

  /**
   * @param residents of each place that looks for unfamiliar faces; none of them means that
   *     everybody there is unfamiliar
   */
  public GalleryKeeper(
      Watchlist watchlist,
      Map<PlaceId, List<WatchlistEntry>> residents,
      Collection<Camera> cameras,
      ModelId model,
      InstantSource clock) {
    this.watchlist = watchlist;
    this.cameras = List.copyOf(cameras);
    this.model = model;
    this.clock = clock;
    this.residents = atCameras(residents, this.cameras, model);
    this.book = new AtomicReference<>(build());
  }

  private static Map<CameraId, Residents> atCameras(
      Map<PlaceId, List<WatchlistEntry>> residents, Collection<Camera> cameras, ModelId model) {
    Map<CameraId, Residents> all = new HashMap<>();
    for (Camera camera : cameras) {
      List<WatchlistEntry> living = residents.get(camera.place());
      if (living != null) {
        all.put(camera.id(), new Residents(camera.place(), Gallery.of(living, model)));
      }
    }
    return Map.copyOf(all);
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
    return GalleryBook.of(watchlist.current(), cameras, model, clock.instant()).with(residents);
  }
}
