package org.haetae.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.haetae.app.config.CaseworkSettings.CanarySettings;
import org.haetae.casework.canary.CanaryWatch;
import org.haetae.casework.watchlist.Enroller;
import org.haetae.casework.watchlist.Enrolment;
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
import org.haetae.pipeline.capture.rehearsal.RehearsalOpener;
import org.haetae.pipeline.fit.CameraFit;
import org.haetae.pipeline.fit.FitNeeds;
import org.haetae.pipeline.flow.CameraFeed;
import org.haetae.pipeline.flow.Playback;
import org.haetae.pipeline.health.CameraHealth;
import org.haetae.pipeline.health.HealthSettings;

/**
 * The parts of a site that rehearse an alert: a place that is nowhere, a camera there for each
 * shard, and an order against somebody who was rendered and never lived. No order of a court stands
 * behind that face, because there is nobody whom it could protect from us.
 */
public final class Canary {
  /** Whom the rehearsal looks for. */
  public static final RespondentId RESPONDENT = new RespondentId("haetae-canary");

  /** The folder of that face's photographs and of the recording in which it appears. */
  public static final Path FOLDER = Home.folder().resolve("config/canary");

  private static final Path RECORDING = FOLDER.resolve("canary.mp4");
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final GeoPoint NOWHERE = new GeoPoint(0, 0);
  private static final double FIELD_OF_VIEW = 60;

  static final ProtectedPlace PLACE =
      new ProtectedPlace(
          new PlaceId("haetae-canary"), "the rehearsal", PlaceKind.HOME, NOWHERE, 100);

  private static final ProtectionOrder ORDER =
      new ProtectionOrder(
          new OrderId("haetae-canary"),
          "rehearsal",
          OrderKind.PROTECTION_ORDER,
          Offence.STALKING,
          "none: nobody has this face",
          "Haetae",
          RESPONDENT,
          Set.of(new ProtectedPersonId("haetae-canary")),
          Set.of(PLACE.id()),
          RiskGrade.HIGH,
          new Validity(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z")));

  private final CanarySettings settings;
  private final List<Camera> cameras;

  /**
   * @param shards that are to be rehearsed, each by a camera of its own
   */
  Canary(CanarySettings settings, int shards) {
    this.settings = settings;
    List<Camera> all = new ArrayList<>();
    for (int i = 0; settings.isOn() && i < shards; i++) {
      all.add(
          new Camera(
              new CameraId("haetae-canary-" + i),
              PLACE.id(),
              NOWHERE,
              OptionalDouble.empty(),
              FIELD_OF_VIEW,
              0));
    }
    cameras = List.copyOf(all);
  }

  List<Camera> cameras() {
    return cameras;
  }

  /** The order, and the face where it could be enrolled: without it each rehearsal fails. */
  CanaryWatchlist.Guest guest(Enroller enroller) {
    if (!settings.isOn()) {
      return new CanaryWatchlist.Guest(ORDER, Optional.empty());
    }
    Map<RespondentId, Enrolment> enrolled = enroller.enrol(Set.of(RESPONDENT));
    return new CanaryWatchlist.Guest(
        ORDER,
        enrolled.get(RESPONDENT) instanceof Enrolment.Faces faces
            ? Optional.of(new WatchlistEntry(RESPONDENT, faces.faces().templates(), false))
            : Optional.empty());
  }

  /** Feeds for the pipeline, of which nothing is measured and no health is watched. */
  List<CameraFeed> feeds(CanaryWatch watch, FitNeeds needs, InstantSource clock) {
    return cameras.stream().map(camera -> feed(camera.id(), watch, needs, clock)).toList();
  }

  private CameraFeed feed(CameraId camera, CanaryWatch watch, FitNeeds needs, InstantSource clock) {
    return new CameraFeed(
        camera,
        new RehearsalOpener(RECORDING, FIRST, settings.every(), clock, () -> watch.begun(camera)),
        new Playback(true, true),
        new CameraHealth(
            camera, Optional.empty(), HealthSettings.defaults(), clock.instant(), change -> {}),
        new CameraFit(camera, FIELD_OF_VIEW, needs),
        start -> {},
        true);
  }
}
