package org.haetae.console.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.account.Scope;
import org.haetae.casework.alarm.Alarm;
import org.haetae.console.Desks;
import org.haetae.console.access.Section;
import org.haetae.console.site.CameraFitness;
import org.haetae.console.site.CameraStanding;
import org.haetae.console.site.LiveSite;
import org.haetae.console.web.Visit;
import org.haetae.domain.id.Spelling;

/** The site itself: its cameras and what is wrong with them. No address of a camera enters it. */
public final class SiteApi {
  private final LiveSite site;

  public SiteApi(Desks desks) {
    this.site = desks.live().site();
  }

  /** The site as machines read it. */
  record SiteJson(String site, boolean exercise, List<CameraJson> cameras, List<AlarmJson> alarms) {
    SiteJson {
      cameras = List.copyOf(cameras);
      alarms = List.copyOf(alarms);
    }
  }

  /**
   * A camera.
   *
   * @param reason empty where it is live
   * @param fit whether it can recognise anybody
   */
  record CameraJson(
      String id,
      String place,
      String state,
      String reason,
      Instant since,
      boolean showsThePresent,
      Optional<CameraFitness> fit) {}

  /** What is wrong with the system besides its cameras. */
  record AlarmJson(String code, List<String> parts) {
    AlarmJson {
      parts = List.copyOf(parts);
    }
  }

  public void register(Operations operations) {
    operations.add(
        Operation.get("/api/site", "site")
            .open(Section.CAMERAS, Scope.SITE)
            .answering(SiteJson.class),
        this::show);
  }

  private void show(Visit visit) {
    visit.json(
        new SiteJson(
            site.name(),
            site.exercise(),
            site.cameras().stream().map(SiteApi::json).toList(),
            site.alarms().stream().map(SiteApi::json).toList()));
  }

  private static CameraJson json(CameraStanding camera) {
    return new CameraJson(
        camera.id().value(),
        camera.place().value(),
        Spelling.of(camera.state()),
        camera.reason(),
        camera.since(),
        camera.state().showsThePresent(),
        camera.fit());
  }

  private static AlarmJson json(Alarm alarm) {
    return new AlarmJson(alarm.code().code(), alarm.parts());
  }
}
