package org.haetae.pipeline.match;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.place.Camera;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.domain.watchlist.WatchlistSnapshot;

/**
 * The gallery of each camera and the watchlist that they were made from, as one immutable whole, so
 * that a match and the order behind it always belong together.
 */
public final class GalleryBook {
  private final WatchlistSnapshot watchlist;
  private final Map<PlaceId, Collection<WatchlistEntry>> scopes;
  private final Map<CameraId, Gallery> galleries;
  private final Map<CameraId, Residents> residents;

  /** The gallery of a place's residents. */
  public record Residents(PlaceId place, Gallery gallery) {}

  private GalleryBook(
      WatchlistSnapshot watchlist,
      Map<PlaceId, Collection<WatchlistEntry>> scopes,
      Map<CameraId, Gallery> galleries,
      Map<CameraId, Residents> residents) {
    this.watchlist = watchlist;
    this.scopes = scopes;
    this.galleries = galleries;
    this.residents = residents;
  }

  /** The book as it must be at {@code instant}: only orders in force then count. */
  public static GalleryBook of(
      WatchlistSnapshot watchlist, Collection<Camera> cameras, ModelId model, Instant instant) {
    Map<PlaceId, Collection<WatchlistEntry>> scopes = new HashMap<>();
    Map<PlaceId, Gallery> byPlace = new HashMap<>();
    Map<CameraId, Gallery> galleries = new HashMap<>();
    for (Camera camera : cameras) {
      scopes.computeIfAbsent(camera.place(), place -> watchlist.lookedForAt(place, instant));
      galleries.put(
          camera.id(),
          byPlace.computeIfAbsent(
              camera.place(), place -> Gallery.of(scopes.getOrDefault(place, List.of()), model)));
    }
    return new GalleryBook(watchlist, scopes, galleries, Map.of());
  }

  /** The same book, which also knows who lives where. */
  GalleryBook with(Map<CameraId, Residents> known) {
    return new GalleryBook(watchlist, scopes, galleries, known);
  }

  /**
   * Who is at home where a camera stands; empty where the place doesn't look for unfamiliar faces.
   */
  public Optional<Residents> residentsAt(CameraId camera) {
    return Optional.ofNullable(residents.get(camera));
  }

  /**
   * A book for one camera that looks for all of {@code entries}, with no order behind them: for
   * recordings that somebody searches by hand.
   */
  public static GalleryBook unscoped(
      CameraId camera, Collection<WatchlistEntry> entries, ModelId model) {
    return new GalleryBook(
        new WatchlistSnapshot(List.of(), List.copyOf(entries)),
        Map.of(),
        Map.of(camera, Gallery.of(entries, model)),
        Map.of());
  }

  /** The gallery of a camera; empty for one that the book does not know. */
  public Gallery galleryOf(CameraId camera) {
    return galleries.getOrDefault(camera, Gallery.empty());
  }

  /** The watchlist behind the galleries. */
  public WatchlistSnapshot watchlist() {
    return watchlist;
  }

  /** Whether the other book looks for the same people in the same places by the same watchlist. */
  public boolean sameScope(GalleryBook other) {
    return watchlist.equals(other.watchlist) && scopes.equals(other.scopes);
  }
}
