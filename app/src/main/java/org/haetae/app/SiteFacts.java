package org.haetae.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.haetae.app.config.Site;
import org.haetae.app.config.Site.SiteCamera;
import org.haetae.casework.cover.CameraCover;
import org.haetae.casework.cover.CameraCover.Fitness;
import org.haetae.casework.cover.SiteReading;
import org.haetae.casework.cover.SiteView;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.CameraId;
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
    return whole(site, reading).with(places, site.openApproaches(), exceptions, at);
  }

  /** Cameras of the file that nothing was measured of are there, and have proved nothing. */
  private static SiteReading whole(Site site, SiteReading reading) {
    Set<CameraId> measured =
        reading.cameras().stream()
            .map(guard -> guard.camera().camera())
            .collect(Collectors.toSet());
    List<SiteReading.Guard> all = new ArrayList<>(reading.cameras());
    for (SiteCamera camera : site.cameras()) {
      CameraId id = camera.camera().id();
      if (!measured.contains(id)) {
        all.add(
            new SiteReading.Guard(
                camera.camera().place(),
                new CameraCover(id, CameraState.LIVE, Fitness.UNPROVEN, Instant.EPOCH)));
      }
    }
    return new SiteReading(all, reading.faces(), reading.faults());
  }
}
