package org.haetae.pipeline.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.OrderKind;
import org.haetae.domain.order.ProtectionOrder;
import org.haetae.domain.order.RiskGrade;
import org.haetae.domain.order.Validity;
import org.haetae.domain.place.Camera;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.domain.watchlist.WatchlistSnapshot;
import org.junit.jupiter.api.Test;

class GalleryTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final CameraId HOME_CAMERA = new CameraId("home-camera");
  private static final CameraId WORK_CAMERA = new CameraId("work-camera");
  private static final List<Camera> CAMERAS =
      List.of(camera(HOME_CAMERA, "home"), camera(WORK_CAMERA, "work"));

  @Test
  void theNearestIsFound() {
    Gallery gallery =
        Gallery.of(
            List.of(Faces.entry("a", 1), Faces.entry("b", 2), Faces.entry("c", 3)), Faces.MODEL);
    Match match = gallery.nearest(probe(2, 0.7)).orElseThrow();
    assertEquals(new RespondentId("b"), match.respondent());
    assertEquals(0.7, match.score(), 1e-3);
    assertTrue(gallery.score(new RespondentId("nobody"), probe(2, 0.7)).isEmpty());
  }

  @Test
  void theNearestOfVeryManyIsFound() {
    List<WatchlistEntry> many = new ArrayList<>();
    for (int person = 0; person < 1_100; person++) {
      many.add(Faces.entry("person-%04d".formatted(person), person));
    }
    Match match = Gallery.of(many, Faces.MODEL).nearest(probe(1_042, 0.7)).orElseThrow();
    assertEquals(new RespondentId("person-1042"), match.respondent());
    assertEquals(0.7, match.score(), 1e-3);
  }

  @Test
  void anEmptyGalleryMatchesNobody() {
    assertTrue(Gallery.empty().nearest(probe(1, 1)).isEmpty());
  }

  @Test
  void templatesOfAnotherModelAreRefused() {
    ModelId other = new ModelId("other", "1");
    assertThrows(
        IllegalArgumentException.class, () -> Gallery.of(List.of(Faces.entry("a", 1)), other));
  }

  @Test
  void aCameraKnowsOnlyTheRespondentsOfItsPlace() {
    GalleryBook book =
        GalleryBook.of(
            new WatchlistSnapshot(
                List.of(
                    order("a", "home", NOW.plusSeconds(60)),
                    order("b", "work", NOW.plusSeconds(60))),
                List.of(Faces.entry("a", 1), Faces.entry("b", 2))),
            CAMERAS,
            Faces.MODEL,
            NOW);
    assertEquals(List.of(new RespondentId("a")), book.galleryOf(HOME_CAMERA).identities());
    assertEquals(List.of(new RespondentId("b")), book.galleryOf(WORK_CAMERA).identities());
    assertEquals(0, book.galleryOf(new CameraId("unknown")).size());
  }

  @Test
  void anOrdersEndTakesTheFaceOutOfTheGalleryAtTheNextRefresh() {
    AtomicReference<Instant> now = new AtomicReference<>(NOW);
    WatchlistSnapshot watchlist =
        new WatchlistSnapshot(
            List.of(order("a", "home", NOW.plusSeconds(60))), List.of(Faces.entry("a", 1)));
    GalleryKeeper keeper = new GalleryKeeper(() -> watchlist, CAMERAS, Faces.MODEL, now::get);
    GalleryBook before = keeper.current();
    assertEquals(1, before.galleryOf(HOME_CAMERA).size());
    now.set(NOW.plusSeconds(59));
    assertFalse(keeper.refresh(), "nothing changed");
    now.set(NOW.plusSeconds(60));
    assertTrue(keeper.refresh());
    assertEquals(0, keeper.current().galleryOf(HOME_CAMERA).size());
    assertEquals(1, before.galleryOf(HOME_CAMERA).size(), "a book never changes");
  }

  private static float[] probe(long person, double cosine) {
    float[] probe = new float[512];
    Faces.like(person, cosine, 99).copyTo(probe, 0);
    return probe;
  }

  private static Camera camera(CameraId id, String place) {
    return new Camera(id, new PlaceId(place), new GeoPoint(0, 0), OptionalDouble.empty(), 60, 0);
  }

  private static ProtectionOrder order(String respondent, String place, Instant until) {
    return new ProtectionOrder(
        new OrderId("order-" + respondent),
        "1",
        OrderKind.PROTECTION_ORDER,
        Offence.STALKING,
        "",
        "",
        new RespondentId(respondent),
        Set.of(new ProtectedPersonId("p")),
        Set.of(new PlaceId(place)),
        RiskGrade.HIGH,
        new Validity(until.minus(Duration.ofDays(30)), until));
  }
}
