package org.haetae.app;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.app.config.Site;
import org.haetae.casework.cover.SiteReading;
import org.haetae.casework.cover.SiteView;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.place.ProtectedPlace;
import org.haetae.domain.schedule.Schedule;
import org.haetae.pipeline.proximity.SiteCircumstances.LawfulPresence;

/** What a site's file says, together with what the running site measures. */
public final class SiteFacts {
  private SiteFacts() {}

  /**
   * @param at when it was measured; empty where it is this moment
   */
  public static SiteView view(Site site, SiteReading reading, Optional<Instant> at) {
    Set<PlaceId> places =
        site.places().stream().map(ProtectedPlace::id).collect(Collectors.toSet());
    Map<OrderId, Set<Schedule>> exceptions =
        site.circumstances().lawful().stream()
            .collect(
                Collectors.groupingBy(
                    LawfulPresence::order,
                    Collectors.mapping(LawfulPresence::schedule, Collectors.toSet())));
    return reading.with(places, site.openApproaches(), exceptions, at);
  }
}
