package org.haetae.app.config;

import java.util.ArrayList;
import java.util.List;
import org.haetae.app.enrolment.PhotoReader;
import org.haetae.app.enrolment.PhotoResult;
import org.haetae.app.enrolment.WatchlistFolder;
import org.haetae.casework.order.OrderFile;
import org.haetae.domain.watchlist.Watchlist;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.domain.watchlist.WatchlistSnapshot;

/**
 * The watchlist of a site's file; enrolled once, since files of photographs don't change by
 * themselves.
 */
public record SiteWatchlist(WatchlistSnapshot current, List<PhotoResult.Refused> refused)
    implements Watchlist {

  /**
   * Enrols every respondent whom an order names; nobody else's photographs are even opened.
   *
   * @throws org.haetae.app.terminal.Problem when a respondent can't be enrolled or two are one
   *     person
   */
  public static SiteWatchlist enrol(Site site, PhotoReader reader) {
    List<WatchlistEntry> entries = new ArrayList<>();
    List<PhotoResult.Refused> refused = new ArrayList<>();
    for (Site.Respondent respondent : site.respondents()) {
      boolean named =
          site.orders().stream()
              .anyMatch(order -> order.issued().respondent().equals(respondent.id()));
      if (named) {
        entries.add(
            WatchlistFolder.enrol(
                respondent.id(),
                WatchlistFolder.pictures(respondent.photographs()),
                respondent.wideArea(),
                reader,
                refused));
      }
    }
    WatchlistFolder.refuseDoubles(entries);
    return new SiteWatchlist(
        new WatchlistSnapshot(site.orders().stream().map(OrderFile::issued).toList(), entries),
        List.copyOf(refused));
  }
}
