package org.haetae.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.haetae.app.CaseRecords;
import org.haetae.app.Eyes;
import org.haetae.app.Haetae;
import org.haetae.app.Home;
import org.haetae.app.config.CaseworkSettings;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteReader;
import org.haetae.app.enrolment.SiteEnroller;
import org.haetae.app.live.Visitor;
import org.haetae.casework.office.CaseDesk;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.console.Endpoint;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo's site: somebody is alerted, the order is revoked, and nobody knows the face again. */
class OrderEndIT {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String HAN = "respondent-han";

  /** A turn of the longest clip, and a little. */
  private static final Duration TURN = Duration.ofSeconds(45);

  private final BlockingQueue<ProximityAlert> alerts = new LinkedBlockingQueue<>();

  @Test
  void aRevokedOrdersFaceIsGoneFromMemoryAndDisk(@TempDir Path place) throws Exception {
    Site site =
        assertInstanceOf(
                SiteReader.Outcome.Good.class,
                SiteReader.read(Home.folder().resolve("config/demo.yaml"), CLOCK))
            .site()
            .listeningOn(new Site.Listen(Endpoint.local(0)));
    CaseworkSettings.Records where =
        new CaseworkSettings.Records(
            place.resolve("haetae.db"), place.resolve("keys"), place.resolve("master.key"));
    Eyes eyes = Eyes.standard();
    try (CaseRecords records = CaseRecords.open(Optional.of(where), CLOCK);
        Haetae haetae =
            new Haetae(
                site, eyes, records, SiteEnroller.of(site, eyes, _ -> {}), (_, _) -> {}, CLOCK);
        Visitor kim = officer(records, site, haetae)) {
      haetae.alerts().listen(alerts::add);
      assertTrue(
          next(HAN, Instant.EPOCH).isPresent(), "not even alerted while the order is in force");
      assertEquals(3, keys(where.keys()));
      HttpResponse<String> answer =
          kim.post("/watchlist/order-0117/revoke", Map.of("reason", "withdrawn by the court"));
      assertEquals(303, answer.statusCode(), answer.body());
      Instant revoked = CLOCK.instant();
      String page = kim.get("/watchlist").body();
      assertTrue(page.contains("Its faces were forgotten at"), page);
      assertEquals(2, keys(where.keys()));
      assertEquals(0, templates(where.database(), "order-0117"));
      assertEquals(404, kim.get("/respondents/" + HAN + "/0.jpg").statusCode());
      List<String> alerted = within(TURN, revoked.plusSeconds(1));
      assertTrue(alerted.contains("respondent-seo"), "the other orders are still enforced");
      assertTrue(!alerted.contains(HAN), "alerted without an order");
    }
    assertEquals(0, templates(where.database(), "order-0117"));
    assertTrue(templates(where.database(), "order-0204") > 0);
  }

  /** The next alert of a respondent who was seen after an instant, within a turn of the clips. */
  private Optional<ProximityAlert> next(String respondent, Instant after)
      throws InterruptedException {
    long end = System.nanoTime() + TURN.toNanos();
    for (long left = TURN.toNanos(); left > 0; left = end - System.nanoTime()) {
      ProximityAlert alert = alerts.poll(left, TimeUnit.NANOSECONDS);
      if (alert != null
          && alert.sighting().respondent().value().equals(respondent)
          && alert.sighting().lastSeen().isAfter(after)) {
        return Optional.of(alert);
      }
    }
    return Optional.empty();
  }

  /** Whom alerts name who were seen after an instant, over that long. */
  private List<String> within(Duration time, Instant after) throws InterruptedException {
    List<String> all = new ArrayList<>();
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      ProximityAlert alert = alerts.poll(left, TimeUnit.NANOSECONDS);
      if (alert != null && alert.sighting().lastSeen().isAfter(after)) {
        all.add(alert.sighting().respondent().value());
      }
    }
    return all;
  }

  /** Starts the site, in which somebody leads cases and is signed in. */
  private static Visitor officer(CaseRecords records, Site site, Haetae haetae)
      throws IOException, InterruptedException {
    UserId kim = new UserId("kim");
    Deed deed = new Deed(new Actor(kim, Role.SUPERVISOR), CLOCK.instant());
    new CaseDesk(records.office(), site.plan())
        .post(kim, Role.OFFICER, new StationId("jongno"), deed);
    haetae.start();
    return Visitor.by(haetae.pass(kim));
  }

  private static long keys(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".key")).count();
    }
  }

  private static int templates(Path database, String order) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COUNT(*) FROM template WHERE order_id = '" + order + "'")) {
      assertTrue(rows.next());
      return rows.getInt(1);
    }
  }
}
