package org.haetae.app.live;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haetae.app.Home;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteReader;
import org.haetae.console.Endpoint;
import org.haetae.domain.alert.Evidence;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.Proximity;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.Sighting;
import org.haetae.domain.alert.Trend;
import org.haetae.domain.face.FaceBox;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.RespondentId;

/** The demo's site on a free port, and an alert as it might be raised there. */
final class DemoSite {
  private DemoSite() {}

  static Site at(Instant now) {
    SiteReader.Outcome outcome =
        SiteReader.read(Home.folder().resolve("config/demo.yaml"), InstantSource.fixed(now));
    Site site = assertInstanceOf(SiteReader.Outcome.Good.class, outcome).site();
    return site.listeningOn(new Site.Listen(Endpoint.local(0)));
  }

  static ProximityAlert alert(Instant now, byte[] crop) {
    Sighting sighting =
        new Sighting(
            new CameraId("home-door"),
            1,
            new RespondentId("respondent-han"),
            new Evidence(3, Duration.ofMillis(500), 0.6, 0.5, 12, 10, 1e-4, 2, Optional.empty()),
            now,
            now,
            new FaceBox(0, 0, 50, 60),
            1280,
            0.1,
            new FaceCrop(crop),
            List.of());
    return new ProximityAlert(
        UUID.randomUUID(),
        new OrderId("order-0117"),
        new PlaceId("home"),
        sighting,
        new Proximity(10, 2, 5),
        Trend.APPROACHING,
        Severity.DANGER,
        now);
  }
}
