package org.haetae.pipeline.proximity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.face.Embedding;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.face.ModelId;
import org.haetae.domain.face.Template;
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
import org.haetae.domain.place.PlaceKind;
import org.haetae.domain.place.ProtectedPlace;
import org.haetae.domain.watchlist.WatchlistEntry;
import org.haetae.domain.watchlist.WatchlistSnapshot;

/** A home with cameras around it, and a respondent who may not come near. */
final class Scene {
  static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
  static final GeoPoint HOME_AT = new GeoPoint(37.5, 127);
  static final PlaceId HOME = new PlaceId("home");
  static final RespondentId HAN = new RespondentId("han");

  private Scene() {}

  static ProtectedPlace place(PlaceId id, double radius) {
    return new ProtectedPlace(id, "A place", PlaceKind.HOME, HOME_AT, radius);
  }

  static Camera camera(String id, PlaceId place, GeoPoint at, OptionalDouble bearing, int rank) {
    return new Camera(new CameraId(id), place, at, bearing, 90, rank);
  }

  /** Somebody in the middle of a picture of 1000 pixels, so that the focal length is 500. */
  static Sighting sighting(String camera, float centreX, float height, double growth, Instant at) {
    return new Sighting(
        new CameraId(camera),
        1,
        HAN,
        new Evidence(5, Duration.ofSeconds(1), 0.6, 0.4, 9, 7, 1e-4, 3, Optional.empty()),
        at.minusSeconds(2),
        at,
        new FaceBox(centreX - height * 0.4f, 100, height * 0.8f, height),
        1000,
        growth,
        new FaceCrop(new byte[0]),
        List.of());
  }

  static WatchlistSnapshot watchlist(PlaceId place, RiskGrade grade, Instant from, Instant until) {
    ProtectionOrder order =
        new ProtectionOrder(
            new OrderId("o-1"),
            "2026Cho1",
            OrderKind.PROTECTION_ORDER,
            Offence.STALKING,
            "art. 9",
            "Seoul Family Court",
            HAN,
            Set.of(new ProtectedPersonId("yun")),
            Set.of(place),
            grade,
            new Validity(from, until));
    Template template =
        new Template(Embedding.normalised(new float[] {1, 0}), 0.8f, new ModelId("net", "1"));
    return new WatchlistSnapshot(
        List.of(order), List.of(new WatchlistEntry(HAN, List.of(template), false)));
  }
}
