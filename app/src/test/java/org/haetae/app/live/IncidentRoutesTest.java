package org.haetae.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.haetae.app.Home;
import org.haetae.app.config.Site;
import org.haetae.app.config.SiteReader;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person's steps, as the page sends them. */
class IncidentRoutesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private final Site site = demoSite();
  private final OpenDesk open = new OpenDesk(site, CLOCK);
  private final LiveServer server =
      new LiveServer(
          site,
          new CameraViews(List.of(), CLOCK),
          new AlertBoard(),
          new HealthBoard(List.of(), List.of(), List::of, CLOCK),
          open.routes,
          open.console,
          () -> "");
  private final HttpClient client = HttpClient.newHttpClient();

  IncidentRoutesTest() {
    server.start();
  }

  private static Site demoSite() {
    SiteReader.Outcome outcome =
        SiteReader.read(Home.folder().resolve("config/demo.yaml"), InstantSource.fixed(NOW));
    Site site = assertInstanceOf(SiteReader.Outcome.Good.class, outcome).site();
    return site.listeningOn(new Site.Listen("127.0.0.1", 0));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    open.close();
  }

  private String raised() {
    Sighting sighting =
        new Sighting(
            new CameraId("home-door"),
            1,
            new RespondentId("respondent-han"),
            new Evidence(3, Duration.ofMillis(400), 0.7, 0.4, 12, 9, 1e-4, 3),
            NOW,
            NOW,
            new FaceBox(1, 1, 90, 110),
            1280,
            0.1,
            new FaceCrop(new byte[3]));
    open.desk.take(
        List.of(
            new ProximityAlert(
                UUID.randomUUID(),
                new OrderId("order-0117"),
                new PlaceId("home"),
                sighting,
                new Proximity(8, 2, 5),
                Trend.APPROACHING,
                Severity.DANGER,
                NOW)));
    return open.desk.newest(1).getFirst().id().toString();
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "incidents/" + path))
            .header("X-Haetae-Action", "incident")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private String list() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "incidents")).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void fromOpenToClosed() throws Exception {
    String id = raised();
    assertTrue(list().contains("\"state\":\"open\""), list());
    assertTrue(list().contains("operator on duty"), list());
    assertEquals(200, post(id + "/acknowledge", "{\"by\": \"kim\"}").statusCode());
    assertEquals(List.of(Duration.ZERO), open.acknowledged);
    assertEquals(200, post(id + "/dispatch", "{\"by\": \"kim\"}").statusCode());
    assertEquals(
        200, post(id + "/resolve", "{\"by\": \"kim\", \"outcome\": \"arrested\"}").statusCode());
    assertTrue(list().contains("\"state\":\"resolved\""), list());
  }

  @Test
  void refusalsAreSentences() throws Exception {
    String id = raised();
    HttpResponse<String> unseen = post(id + "/resolve", "{\"by\": \"kim\", \"outcome\": \"x\"}");
    assertEquals(409, unseen.statusCode());
    assertTrue(unseen.body().contains("must be acknowledged before it is closed"), unseen.body());
    HttpResponse<String> nobody = post(id + "/acknowledge", "{}");
    assertEquals(400, nobody.statusCode());
    assertTrue(nobody.body().contains("the id of a user must be"), nobody.body());
    assertEquals(400, post(id + "/acknowledge", "by=kim").statusCode());
    assertEquals(400, post("nonsense/acknowledge", "{\"by\": \"kim\"}").statusCode());
    assertEquals(404, post(id + "/snooze", "{\"by\": \"kim\"}").statusCode());
    assertEquals(200, post(id + "/acknowledge", "{\"by\": \"kim\"}").statusCode());
    HttpResponse<String> why =
        post(id + "/false-alarm", "{\"by\": \"kim\", \"reason\": \"bored\"}");
    assertEquals(400, why.statusCode());
    assertTrue(why.body().contains("another-person"), why.body());
    HttpResponse<String> drill =
        post(id + "/false-alarm", "{\"by\": \"kim\", \"reason\": \"drill\"}");
    assertEquals(200, drill.statusCode());
    assertTrue(drill.body().contains("\"state\":\"false-alarm\""), drill.body());
  }
}
