package org.haetae.pipeline.proximity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haetae.domain.alert.Circumstance;
import org.haetae.domain.alert.Proximity;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.place.Camera;
import org.haetae.domain.place.ProtectedPlace;
import org.haetae.domain.watchlist.WatchlistSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Turns sightings into proximity alerts and remembers, across cameras, where a respondent was seen
 * last. Safe for use by many threads: sightings are rare, so they simply wait for each other.
 */
public final class ProximityAssessor {
  /** How long an earlier camera still tells where somebody comes from. */
  private static final Duration MEMORY = Duration.ofMinutes(5);

  private final Map<CameraId, Camera> cameras;
  private final Map<PlaceId, ProtectedPlace> places;
  private final Circumstances circumstances;
  private final Map<RespondentId, Seen> lastSeen = new HashMap<>();

  public ProximityAssessor(
      Map<CameraId, Camera> cameras,
      Map<PlaceId, ProtectedPlace> places,
      Circumstances circumstances) {
    this.cameras = Map.copyOf(cameras);
    this.places = Map.copyOf(places);
    this.circumstances = circumstances;
  }

  /**
   * The alert that follows from a sighting; empty when no order in force at the decisive look keeps
   * that respondent from the camera's place.
   *
   * @param decided when the evidence was enough
   */
  public synchronized Optional<ProximityAlert> assess(
      Sighting sighting, WatchlistSnapshot watchlist, Instant decided) {
    Camera camera = known(cameras.get(sighting.camera()), sighting.camera().value());
    ProtectedPlace place = known(places.get(camera.place()), camera.place().value());
    Optional<ProtectionOrder> order =
        watchlist.entries().stream()
            .filter(entry -> entry.respondent().equals(sighting.respondent()))
            .findFirst()
            .flatMap(entry -> watchlist.orderFor(entry, place.id(), sighting.lastSeen()));
    return order.map(found -> alert(sighting, camera, place, found, decided));
  }

  private ProximityAlert alert(
      Sighting sighting,
      Camera camera,
      ProtectedPlace place,
      ProtectionOrder order,
      Instant decided) {
    Proximity proximity = ProximityRule.of(sighting, camera, place);
    Trend trend =
        TrendRule.of(sighting.growth(), earlierRank(sighting, camera), camera.approachRank());
    remember(sighting, camera);
    List<Circumstance> changing = circumstances.of(order.id(), place.id(), sighting.lastSeen());
    return new ProximityAlert(
        UUID.randomUUID(),
        order.id(),
        place.id(),
        sighting,
        proximity,
        trend,
        SeverityRule.under(SeverityRule.of(proximity, trend, order.riskGrade(), place), changing),
        decided,
        changing);
  }

  /** Sightings of different shards may come out of order; the newest is the one that is kept. */
  private void remember(Sighting sighting, Camera camera) {
    Seen now = new Seen(camera.place(), camera.approachRank(), sighting.lastSeen());
    lastSeen.merge(
        sighting.respondent(), now, (old, fresh) -> fresh.at().isBefore(old.at()) ? old : fresh);
  }

  private int earlierRank(Sighting sighting, Camera camera) {
    Seen seen = lastSeen.get(sighting.respondent());
    boolean recent =
        seen != null
            && seen.place().equals(camera.place())
            && !seen.at().isAfter(sighting.lastSeen())
            && Duration.between(seen.at(), sighting.lastSeen()).compareTo(MEMORY) <= 0;
    return recent && seen != null ? seen.rank() : camera.approachRank();
  }

  private static <T> T known(@Nullable T thing, String id) {
    if (thing == null) {
      throw new IllegalArgumentException("nothing is known of " + id);
    }
    return thing;
  }

  private record Seen(PlaceId place, int rank, Instant at) {}
}
