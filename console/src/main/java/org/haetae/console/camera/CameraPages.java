package org.haetae.console.camera;

import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.util.List;
import org.haetae.casework.delivery.Notice;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.site.CameraStanding;
import org.haetae.console.site.LiveSite;
import org.haetae.console.web.Visit;
import org.haetae.console.web.Visits;
import org.haetae.domain.id.CameraId;

/** All cameras, with what they show now. */
public final class CameraPages {
  private static final Duration LOOKED_BACK = Duration.ofDays(30);
  private static final int MOST_ALERTS = 5000;

  private final Visits visits;
  private final Desks desks;

  public CameraPages(Visits visits, Desks desks) {
    this.visits = visits;
    this.desks = desks;
  }

  /** What the page shows. */
  public record Shown(LiveSite site, List<CameraStanding> cameras, ApproachHeat heat) {
    public Shown {
      cameras = List.copyOf(cameras);
    }
  }

  public void register(RoutesConfig routes) {
    routes.get("/cameras", visits.of(Section.CAMERAS, this::list));
    routes.get("/cameras/{id}.jpg", visits.of(Section.CAMERAS, this::picture));
    routes.post("/cameras/{id}/view", visits.of(Section.CAMERAS, this::accept));
  }

  private void list(Visit visit) {
    LiveSite site = desks.live().site();
    List<Notice.Threat> alerts =
        desks.live().incidents().threats(visit.now().minus(LOOKED_BACK), MOST_ALERTS);
    visit.show(
        "cameras.jte",
        new Shown(site, site.cameras(), ApproachHeat.of(alerts, visit.words().zone())));
  }

  private void picture(Visit visit) {
    visit.newestPicture(desks.live().site().picture(visit.path("id", CameraId::new)));
  }

  /** What the camera sees now is what it should see. */
  private void accept(Visit visit) {
    if (!desks.live().site().acceptView(visit.path("id", CameraId::new))) {
      throw visit.nothing();
    }
    visit.goTo("/cameras");
  }
}
