package org.haetae.pipeline.proximity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.haetae.domain.alert.Circumstance;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.place.Camera;
import org.haetae.domain.watchlist.WatchlistSnapshot;
import org.junit.jupiter.api.Test;

class ProximityAssessorTest {
  private static final PlaceId WORK = new PlaceId("work");
  private static final Instant NOW = Scene.NOW;
  private static final Instant DECIDED = NOW.plusMillis(300);
  private static final WatchlistSnapshot IN_FORCE =
      Scene.watchlist(
          Scene.HOME, RiskGrade.LOW, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(1)));

  private final ProximityAssessor assessor =
      new ProximityAssessor(cameras(), places(), Circumstances.none());

  private static Map<CameraId, Camera> cameras() {
    Map<CameraId, Camera> cameras = new LinkedHashMap<>();
    for (Camera camera :
        new Camera[] {
          at("street", Scene.HOME, 80, 1), at("door", Scene.HOME, 10, 2), at("gate", WORK, 50, 1)
        }) {
      cameras.put(camera.id(), camera);
    }
    return cameras;
  }

  private static Camera at(String id, PlaceId place, double metres, int rank) {
    return Scene.camera(id, place, Scene.HOME_AT.towards(0, metres), OptionalDouble.empty(), rank);
  }

  private static Map<PlaceId, org.haetae.domain.place.ProtectedPlace> places() {
    return Map.of(Scene.HOME, Scene.place(Scene.HOME, 100), WORK, Scene.place(WORK, 100));
  }

  private static Sighting seen(String camera, Instant at) {
    return Scene.sighting(camera, 500, 95, Double.NaN, at);
  }

  private ProximityAlert alert(Sighting sighting) {
    return assessor.assess(sighting, IN_FORCE, DECIDED).orElseThrow();
  }

  @Test
  void aSightingUnderAnOrderIsAnAlertThatSaysWhy() {
    Sighting sighting = seen("street", NOW);
    ProximityAlert alert = alert(sighting);
    assertEquals("o-1", alert.order().value());
    assertEquals(Scene.HOME, alert.place());
    assertEquals(sighting, alert.sighting());
    assertEquals(80, alert.proximity().metres(), 0.01);
    assertEquals(Trend.UNKNOWN, alert.trend());
    assertEquals(Severity.WARNING, alert.severity());
    assertEquals(DECIDED, alert.decided());
  }

  @Test
  void aLawfulPresenceLowersAnAlertAndIsSaid() {
    Circumstance handOver = new Circumstance(Circumstance.Effect.LOWERS, "hand-over");
    ProximityAlert alert =
        new ProximityAssessor(cameras(), places(), (_, _, _) -> List.of(handOver))
            .assess(seen("street", NOW), IN_FORCE, DECIDED)
            .orElseThrow();
    assertEquals(Severity.NOTICE, alert.severity());
    assertEquals(List.of(handOver), alert.circumstances());
  }

  @Test
  void everyAlertHasItsOwnId() {
    assertNotEquals(alert(seen("street", NOW)).id(), alert(seen("street", NOW)).id());
  }

  @Test
  void anOrderThatEndedOrHasNotBegunRaisesNoAlert() {
    WatchlistSnapshot ended =
        Scene.watchlist(Scene.HOME, RiskGrade.EXTREME, NOW.minus(Duration.ofDays(9)), NOW);
    WatchlistSnapshot later =
        Scene.watchlist(
            Scene.HOME, RiskGrade.EXTREME, NOW.plusMillis(1), NOW.plus(Duration.ofDays(9)));
    assertEquals(Optional.empty(), assessor.assess(seen("door", NOW), ended, DECIDED));
    assertEquals(Optional.empty(), assessor.assess(seen("door", NOW), later, DECIDED));
    assertTrue(assessor.assess(seen("door", NOW.minusMillis(1)), ended, DECIDED).isPresent());
  }

  @Test
  void anotherPlaceOrAnEmptyWatchlistRaisesNoAlert() {
    assertEquals(Optional.empty(), assessor.assess(seen("gate", NOW), IN_FORCE, DECIDED));
    assertEquals(
        Optional.empty(), assessor.assess(seen("door", NOW), WatchlistSnapshot.empty(), DECIDED));
  }

  @Test
  void fromAFartherCameraToANearerOneIsAnApproach() {
    alert(seen("street", NOW));
    ProximityAlert alert = alert(seen("door", NOW.plusSeconds(60)));
    assertEquals(Trend.APPROACHING, alert.trend());
    assertEquals(Severity.DANGER, alert.severity());
  }

  @Test
  void fromANearerCameraToAFartherOneIsLeaving() {
    alert(seen("door", NOW));
    assertEquals(Trend.LEAVING, alert(seen("street", NOW.plusSeconds(60))).trend());
  }

  @Test
  void theFacesOwnGrowthSpeaksBeforeTheCameras() {
    alert(seen("street", NOW));
    Sighting shrinking = Scene.sighting("door", 500, 95, -0.3, NOW.plusSeconds(10));
    assertEquals(Trend.LEAVING, alert(shrinking).trend());
  }

  @Test
  void afterFiveMinutesTheEarlierCameraIsForgotten() {
    alert(seen("street", NOW));
    assertEquals(Trend.UNKNOWN, alert(seen("door", NOW.plus(Duration.ofSeconds(301)))).trend());
  }

  @Test
  void aSightingWithoutAnAlertIsNotRemembered() {
    assessor.assess(seen("street", NOW), WatchlistSnapshot.empty(), DECIDED);
    assertEquals(Trend.UNKNOWN, alert(seen("door", NOW.plusSeconds(60))).trend());
  }

  @Test
  void aCameraThatNobodyKnowsIsAnError() {
    Sighting stray = seen("attic", NOW);
    assertThrows(IllegalArgumentException.class, () -> assessor.assess(stray, IN_FORCE, DECIDED));
  }
}
