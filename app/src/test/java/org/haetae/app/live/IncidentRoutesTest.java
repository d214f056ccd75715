package org.haetae.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.Optional;
import java.util.UUID;
import org.haetae.app.config.Site;
import org.haetae.casework.watch.Fix;
import org.haetae.casework.watch.SosCall;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.geo.GeoPoint;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's steps, as the page sends them. */
class IncidentRoutesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);

  private final Site site = DemoSite.at(NOW);
  private final OpenDesk open = new OpenDesk(site, CLOCK);
  private final LiveServer server = open.server(site, CLOCK);
  private final HttpClient client = HttpClient.newHttpClient();

  IncidentRoutesTest() {
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    open.close();
  }

  private String raised() {
    open.desk.take(List.of(DemoSite.alert(NOW, new byte[3])));
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
    assertTrue(list().contains("\"exercise\":false"), list());
    assertEquals(200, post(id + "/acknowledge", "{\"by\": \"kim\"}").statusCode());
    assertEquals(List.of(Duration.ZERO), open.acknowledged);
    assertEquals(200, post(id + "/dispatch", "{\"by\": \"kim\"}").statusCode());
    assertEquals(
        200, post(id + "/resolve", "{\"by\": \"kim\", \"outcome\": \"arrested\"}").statusCode());
    assertTrue(list().contains("\"state\":\"resolved\""), list());
  }

  @Test
  void aCallForHelpSaysWhereAndTakesTheSameSteps() throws Exception {
    PlaceId home = new PlaceId("home");
    open.desk.sos(
        new SosCall(
            new UUID(1, 2),
            new CaseId("case-0117"),
            new WatchSerial("SW-1007"),
            WatchState.ISSUED,
            NOW,
            Optional.of(64),
            Optional.of(new Fix(new GeoPoint(37.5, 127), NOW.minusSeconds(9))),
            List.of(home),
            Optional.of(41.6)));
    String id = open.desk.newest(1).getFirst().id().toString();
    JsonNode one = JsonMapper.builder().build().readTree(list()).get(0);
    assertEquals("sos", one.get("cause").asString());
    assertEquals("case-0117", one.get("case").asString());
    assertFalse(one.has("order") || one.has("respondent"), "nobody was seen");
    assertEquals("Home of Ms Yun", one.at("/call/places/0").asString());
    assertEquals(42, one.at("/call/metres").asInt());
    assertEquals(37.5, one.at("/call/latitude").asDouble());
    assertEquals("2026-03-01T11:59:51Z", one.at("/call/positionAt").asString());
    assertEquals(200, post(id + "/acknowledge", "{\"by\": \"kim\"}").statusCode());
    assertEquals(200, post(id + "/dispatch", "{\"by\": \"kim\"}").statusCode());
    String mistake = "{\"by\": \"kim\", \"reason\": \"pressed-by-mistake\"}";
    assertEquals(200, post(id + "/false-alarm", mistake).statusCode());
  }

  @Test
  void aHeaderForSomethingElseDoesNotCount() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(server.address() + "incidents/" + raised() + "/acknowledge"))
            .header("X-Haetae-Action", "accept-view")
            .POST(HttpRequest.BodyPublishers.ofString("{\"by\": \"kim\"}"))
            .build();
    assertEquals(403, client.send(request, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void whatWasGivenUpIsSentAgain() throws Exception {
    URI address = URI.create(server.address() + "deliveries/again");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.noBody());
    assertEquals(403, client.send(request.build(), BodyHandlers.ofString()).statusCode());
    request.header("X-Haetae-Action", "send-again");
    assertEquals("sent again: 0\n", client.send(request.build(), BodyHandlers.ofString()).body());
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
