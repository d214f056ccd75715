package org.haetae.console.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.SessionRule;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.console.Browser;
import org.haetae.console.House;
import org.haetae.console.LivedCase;
import org.haetae.console.StillSite;
import org.haetae.console.site.Measurement;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.UnfamiliarFace;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.UserId;

/** A house in which something stands on every page, and all of its pages. */
final class HousePages implements AutoCloseable {
  private static final String CASE = "/cases/case-1";

  final House house;
  final List<Page> all = new ArrayList<>();

  /**
   * A page.
   *
   * @param user who opens it; nobody where it is empty
   */
  record Page(String user, String path) {}

  HousePages(Path place) throws IOException, InterruptedException {
    house = new House(place);
    house.live.site.picture = picture();
    try (Browser officer = house.officer()) {
      var _ = LivedCase.by(officer);
    }
    try (Browser supervisor = house.browser("supervisor-oh", "en")) {
      var _ = supervisor.post("/users/auditor-ji/token", Map.of("label", "a desk", "days", "9"));
      for (String id : List.of("case-1", "case-2")) {
        Map<String, String> hold = Map.of("kind", "CASE", "id", id, "reason", "a court has asked");
        var _ = supervisor.post("/holds", hold);
      }
      Map<String, String> lift = Map.of("kind", "CASE", "id", "case-2", "sure", "yes");
      var _ = supervisor.post("/holds/lift", lift);
    }
    String incident = "/incidents/" + house.live.comes(Severity.DANGER).id();
    var _ = house.live.comes(Severity.WARNING);
    var _ = house.now.updateAndGet(now -> now.plusSeconds(1));
    String call = "/incidents/" + house.live.calls(House.CASE).id();
    house.live.strangers.add(
        new UnfamiliarFace(
            UUID.randomUUID(),
            StillSite.HOME,
            StillSite.DOOR,
            1,
            house.now.get(),
            new FaceCrop(house.live.site.picture)));
    house.live.site.alarms.add(new Alarm(AlarmCode.NOTICE_UNDELIVERED, List.of("gate"), false));
    house.live.site.photographs = new Measurement.Known<>(StillSite.PHOTOGRAPHS);
    house.live.site.recordings = new Measurement.Known<>(StillSite.RECORDINGS);
    house.live.site.door = CameraState.MOVED;
    house.live.site.seeing = false;
    list(incident, call);
  }

  private void list(String incident, String call) {
    String welcome =
        AccountDesk.invite(
                house.store, new UserId("engineer-mo"), SessionRule.standard(), house.now.get())
            .secret();
    String pass = house.accounts.pass(new UserId("officer-far")).secret();
    for (String path : List.of("/sign-in", "/welcome/" + welcome, "/enter/" + pass)) {
      all.add(new Page("", path));
    }
    for (String path :
        List.of(
            "/wall",
            incident,
            call,
            "/incidents",
            "/cameras",
            "/watchlist",
            "/evaluation",
            "/cover",
            "/emergency",
            "/watches",
            "/watches/stations/jongno",
            "/releases",
            "/planning",
            "/users",
            "/holds",
            "/reports",
            "/people",
            "/people?q=nobody",
            CASE,
            CASE + "/risk",
            CASE + "/watch",
            CASE + "/inspection",
            CASE + "/support",
            CASE + "/people",
            "/cases/nothing-here")) {
      all.add(new Page("supervisor-oh", path));
    }
    all.add(new Page("auditor-ji", "/audit"));
  }

  /** A small JPEG, so that a browser has a picture to show. */
  static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(70, 90, 110));
    pen.fillRect(0, 0, 320, 180);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "jpeg", out)) {
      throw new IOException("this JDK writes no JPEG");
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    house.close();
  }
}
