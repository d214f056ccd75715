package org.haetae.casework.watchlist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.casework.order.OrderFile;
import org.haetae.casework.vault.OpenedTemplate;
import org.haetae.domain.face.Template;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.watchlist.Watchlist;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.domain.watchlist.WatchlistSnapshot;

/**
 * The faces that the vault has opened, and the only place in memory where they are kept besides the
 * galleries made from it. Safe for many threads, none of which ever waits.
 */
public final class VaultWatchlist implements Watchlist {
  private record Held(OrderFaces faces, WatchlistSnapshot snapshot) {}

  private final Set<RespondentId> wideArea;
  private final AtomicReference<Held> held;

  /**
   * @param wideArea respondents whom every camera looks for, whatever places an order names
   */
  public VaultWatchlist(Set<RespondentId> wideArea) {
    this.wideArea = Set.copyOf(wideArea);
    this.held = new AtomicReference<>(of(OrderFaces.NONE));
  }

  private Held of(OrderFaces faces) {
    return new Held(faces, faces.snapshot(wideArea));
  }

  @Override
  public WatchlistSnapshot current() {
    return held.get().snapshot();
  }

  /** Replaces all that is held. */
  void hold(List<OrderFile> files, List<OpenedTemplate> opened, Instant now) {
    held.set(of(OrderFaces.of(files, opened, now)));
  }

  /** Holds nothing of an order from now on. */
  public void forget(OrderId order) {
    held.updateAndGet(now -> holds(now, order) ? of(now.faces().without(order)) : now);
  }

  /** Whether faces of an order are held. */
  boolean holds(OrderId order) {
    return holds(held.get(), order);
  }

  private static boolean holds(Held held, OrderId order) {
    return held.faces().faces().containsKey(order);
  }

  /** How many faces of an order are held. */
  int faces(OrderId order) {
    return held.get().faces().faces().getOrDefault(order, List.of()).size();
  }

  /** Quality of the best face held of an order, 0 to 1; empty where none is held. */
  Optional<Float> bestQuality(OrderId order) {
    return held.get().faces().faces().getOrDefault(order, List.of()).stream()
        .map(Template::quality)
        .max(Float::compare);
  }

  /** The respondent's faces, as long as an order in force allows them. */
  public Optional<WatchlistEntry> find(RespondentId respondent) {
    return current().entries().stream()
        .filter(entry -> entry.respondent().equals(respondent))
        .findFirst();
  }
}
