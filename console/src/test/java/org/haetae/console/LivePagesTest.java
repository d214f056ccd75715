package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.haetae.casework.alarm.Alarm;
import org.haetae.casework.alarm.AlarmCode;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.incident.IncidentState;
import org.haetae.console.site.Measurement;
import org.haetae.domain.alert.FaceCrop;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.alert.UnfamiliarFace;
import org.haetae.domain.health.CameraState;
import org.haetae.domain.id.OrderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does in a night. */
class LivePagesTest {
  @TempDir Path place;
  private House house;
  private LiveHouse live;
  private Browser operator;

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
    live = house.live;
    operator = house.browser("operator-na", "en");
  }

  @AfterEach
  void close() {
    operator.close();
    house.close();
  }

  private String page(String path) throws Exception {
    HttpResponse<String> answer = operator.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private int post(String path, Map<String, String> fields) throws Exception {
    return operator.post(path, fields).statusCode();
  }

  @Test
  void theWallSaysWhoCameWhyAndHowSureThatIs() throws Exception {
    assertTrue(page("/wall").contains("No incident is open."));
    live.comes(Severity.DANGER);
    String wall = page("/wall");
    assertTrue(wall.contains("respondent-han is near Home &lt;A&gt;"), wall);
    assertTrue(wall.contains("12 m from the place (± 3 m)"), wall);
    assertTrue(wall.contains("4 looks over 1.8 s, face 60 px high; score 0.61, needed 0.48"), wall);
    assertTrue(wall.contains("1 in 10,000 strangers"), wall);
    assertTrue(wall.contains("2026-&lt;117>") || wall.contains("2026-&lt;117&gt;"), wall);
    assertTrue(wall.contains("nobody has answered; told so far: operator on duty (call 1)"), wall);
    assertFalse(wall.contains("/cases/"), "pseudonyms, and no way to a case");
    assertTrue(wall.length() < 100_000, "bytes of the wall: " + wall.length());
  }

  @Test
  void anIncidentIsSeenSentToAndClosed() throws Exception {
    Incident incident = live.comes(Severity.WARNING);
    String at = "/incidents/" + incident.id();
    assertEquals(409, post(at + "/resolve", Map.of("outcome", "too early")));
    assertEquals(303, post(at + "/acknowledge", Map.of()));
    assertEquals(1, live.acknowledged.size());
    assertEquals(409, post(at + "/acknowledge", Map.of()));
    assertEquals(303, post(at + "/dispatch", Map.of()));
    assertEquals(400, post(at + "/resolve", Map.of("outcome", " ")));
    assertEquals(303, post(at + "/resolve", Map.of("outcome", "went <away>")));
    assertEquals(IncidentState.RESOLVED, live.incidents.newest(1).getFirst().state());
    String page = page(at);
    assertTrue(page.contains("operator-na closes it: went &lt;away&gt;"), page);
    assertTrue(page("/incidents").contains(at));
    assertTrue(page("/wall").contains("No incident is open."));
  }

  @Test
  void gravestNeedsTwoPeople() throws Exception {
    String at = "/incidents/" + live.comes(Severity.DANGER).id();
    assertEquals(303, post(at + "/dispatch", Map.of()));
    assertTrue(page(at).contains("A second person must agree"));
    assertEquals(409, post(at + "/dispatch", Map.of()));
    try (Browser officer = house.officer()) {
      assertEquals(303, officer.post(at + "/dispatch", Map.of()).statusCode());
    }
    assertEquals(IncidentState.DISPATCHED, live.incidents.newest(1).getFirst().state());
  }

  @Test
  void whatWasNoneIsSaidByOneOfTheReasons() throws Exception {
    String at = "/incidents/" + live.comes(Severity.NOTICE).id();
    post(at + "/acknowledge", Map.of());
    assertEquals(400, post(at + "/false-alarm", Map.of("reason", "BORED")));
    assertEquals(303, post(at + "/false-alarm", Map.of("reason", "ANOTHER_PERSON")));
    assertEquals(IncidentState.FALSE_ALARM, live.incidents.newest(1).getFirst().state());
  }

  @Test
  void falseAlarmsAndApproachesAreCounted() throws Exception {
    String at = "/incidents/" + live.comes(Severity.NOTICE).id();
    post(at + "/acknowledge", Map.of());
    post(at + "/false-alarm", Map.of("reason", "ANOTHER_PERSON"));
    try (Browser engineer = house.browser("engineer-mo", "en")) {
      String page = engineer.get("/evaluation").body();
      assertTrue(
          page.contains("False alarms in the last thirty days: 1, that is 0.03 a day"), page);
      // Ten in the morning by the clocks of Seoul.
      String cameras = engineer.get("/cameras").body();
      assertTrue(cameras.contains("<td class=\"heat-4\">1</td>"), cameras);
    }
    house.now.updateAndGet(now -> now.plus(Duration.ofDays(31)));
    try (Browser engineer = house.browser("engineer-mo", "en")) {
      assertTrue(engineer.get("/evaluation").body().contains("the last thirty days: 0,"));
      assertFalse(engineer.get("/cameras").body().contains("heat-4"));
    }
  }

  @Test
  void whatAnEvaluationMeasuredIsDrawnAndTold() throws Exception {
    try (Browser engineer = house.browser("engineer-mo", "en")) {
      String page = engineer.get("/evaluation").body();
      assertTrue(page.contains("Nobody has measured the recogniser for this site: run “haetae"));
      assertFalse(page.contains("<svg"), page);
      live.site.photographs = new Measurement.Unreadable<>();
      assertTrue(engineer.get("/evaluation").body().contains("in the place of an evaluation"));
      live.site.photographs = new Measurement.Known<>(StillSite.PHOTOGRAPHS);
      page = engineer.get("/evaluation").body();
      assertTrue(page.contains("Measured on 1970-01-01 with 100 photographs of 10 people"), page);
      assertTrue(page.contains("aria-labelledby=\"det-title det-desc\""), page);
      assertTrue(page.contains("<title id=\"det-title\">False positives against misses"), page);
      assertTrue(page.contains("class=\"pairs\" points=\"270.0,"), page);
      assertTrue(page.contains("class=\"searches\" points=\"\""), page);
      assertTrue(page.contains("450 pairs of one person and 4,500 of two.<br>"), page);
      assertTrue(page.contains("50 times without. No line: at no threshold"), page);
      assertTrue(page.contains("<td class=\"number\">4.0 % (0.400)</td>"), page);
      assertTrue(page.contains("<td class=\"number\">too few to tell</td>"), page);
      assertFalse(page.contains("Nobody has measured the recogniser"), page);
      assertTrue(page.length() < 100_000, "bytes of the page: " + page.length());
    }
  }

  @Test
  void whatRecordingsSayOfTheWholePipelineIsTold() throws Exception {
    try (Browser engineer = house.browser("engineer-mo", "en")) {
      assertTrue(engineer.get("/evaluation").body().contains("Nobody has measured the whole"));
      live.site.recordings = new Measurement.Unreadable<>();
      assertTrue(engineer.get("/evaluation").body().contains("in the place of this measurement"));
      live.site.recordings = new Measurement.Known<>(StillSite.RECORDINGS);
      String page = engineer.get("/evaluation").body();
      assertTrue(page.contains("with 5 recordings (83 s) and 2 people looked for"), page);
      assertTrue(page.contains("1 in 10,000 (set)</th><td class=\"number\">0.480</td>"), page);
      assertTrue(page.contains("1 of 900 (0.0–0.6 %)"), page);
      assertTrue(page.contains("7 of 10 (44.0–91.7 %)"), page);
      assertFalse(page.contains("1 in 100 (set)"), page);
    }
  }

  @Test
  void anAlertSaysWhatWasMeasuredOfItsErrorRate() throws Exception {
    String at = "/incidents/" + live.comes(Severity.DANGER).id();
    assertTrue(page(at).contains("not for this site, this network and this target"), page(at));
    live.measured = StillSite.RECORDINGS.of("net@1", 1e-4);
    String told = page("/incidents/" + live.comes(Severity.DANGER).id());
    assertTrue(told.contains("on 1970-01-01, 0 of 900 tracks of people who were not"), told);
    assertTrue(told.contains("(95 %: 0 to 6 %; 2 looked for)"), told);
  }

  @Test
  void aCallForHelpStandsAboveWhateverCamerasSee() throws Exception {
    live.calls(House.CASE);
    live.comes(Severity.DANGER);
    String wall = page("/wall");
    assertTrue(
        wall.indexOf("a protected person calls for help") < wall.indexOf("respondent-han is near"),
        wall);
    assertTrue(wall.contains("The watch is at 37.50000, 127.00000"), wall);
    assertTrue(wall.contains("about 42 m from Home &lt;A&gt;"), wall);
    assertTrue(wall.contains("battery 64 %"), wall);
  }

  @Test
  void facesAreShownToWhoMustCompareThem() throws Exception {
    live.comes(Severity.DANGER);
    UUID alert = live.alerts.newest().getFirst().id();
    assertEquals(LiveHouse.CROP, page("/alerts/" + alert + ".jpg"));
    assertEquals(StillSite.ENROLLED, page("/respondents/respondent-han/1.jpg"));
    assertEquals(404, operator.get("/respondents/respondent-han/2.jpg").statusCode());
    assertEquals(404, operator.get("/respondents/respondent-seo/0.jpg").statusCode());
    assertEquals(400, operator.get("/respondents/..%2f..%2fx/0.jpg").statusCode());
    assertEquals(404, operator.get("/alerts/" + UUID.randomUUID() + ".jpg").statusCode());
    assertEquals(400, operator.get("/alerts/one.jpg").statusCode());
    try (Browser engineer = house.browser("engineer-mo", "en")) {
      assertEquals(403, engineer.get("/alerts/" + alert + ".jpg").statusCode());
      assertEquals(403, engineer.get("/respondents/respondent-han/1.jpg").statusCode());
      assertEquals(403, engineer.get("/events").statusCode());
    }
  }

  @Test
  void theLooksThatAnAlertRestsOnStandInTimeOrder() throws Exception {
    String at = "/incidents/" + live.comes(Severity.DANGER).id();
    UUID alert = live.alerts.newest().getFirst().id();
    String page = page(at);
    assertTrue(page.contains("It rests on 4 looks over 1.8 s. 4 of them, the oldest first"), page);
    String look = "/alerts/%s/looks/%d.jpg";
    for (int i = 0; i < 4; i++) {
      assertEquals("look " + i, page(look.formatted(alert, i)));
      assertTrue(page.contains(look.formatted(alert, i)), page);
    }
    assertTrue(page.contains("alt=\"Look 2 of 4\""), page);
    assertTrue(page.contains("the first<br>score 0.47, below 0.48<br>face 57 px high"), page);
    assertTrue(page.contains("0.6 s later<br>score 0.62, above 0.48<br>"), page);
    assertTrue(page.contains("1.8 s later: decides</strong><br>score 0.71, above 0.48<br>"), page);
    assertTrue(page.indexOf("0.6 s later") < page.indexOf("1.8 s later"), page);
    assertTrue(page.length() < 100_000, "bytes of the page: " + page.length());
    assertEquals(404, operator.get(look.formatted(alert, 4)).statusCode());
    assertEquals(404, operator.get(look.formatted(alert, -1)).statusCode());
    assertEquals(404, operator.get(look.formatted(UUID.randomUUID(), 0)).statusCode());
    assertEquals(400, operator.get("/alerts/" + alert + "/looks/one.jpg").statusCode());
    try (Browser engineer = house.browser("engineer-mo", "en")) {
      assertEquals(403, engineer.get(look.formatted(alert, 0)).statusCode());
    }
  }

  @Test
  void anAlertWithOnePictureShowsThatOne() throws Exception {
    String at = "/incidents/" + live.comes(Severity.DANGER, List.of()).id();
    UUID alert = live.alerts.newest().getFirst().id();
    String page = page(at);
    assertTrue(page.contains("/alerts/" + alert + ".jpg"), page);
    assertFalse(page.contains("/looks/"), page);
    assertEquals(404, operator.get("/alerts/" + alert + "/looks/0.jpg").statusCode());
  }

  @Test
  void looksGoAsTheirAlertIsForgotten() throws Exception {
    String at = "/incidents/" + live.comes(Severity.DANGER).id();
    UUID alert = live.alerts.newest().getFirst().id();
    ProximityAlert last = live.alerts.newest().getFirst();
    for (int i = 0; i < 50; i++) {
      live.alerts.raise(
          new ProximityAlert(
              UUID.randomUUID(),
              new OrderId("another"),
              last.place(),
              last.sighting(),
              last.proximity(),
              last.trend(),
              last.severity(),
              last.decided()));
    }
    String page = page(at);
    assertTrue(page.contains("no longer in memory"), page);
    assertFalse(page.contains("/looks/"), page);
    assertEquals(404, operator.get("/alerts/" + alert + "/looks/0.jpg").statusCode());
  }

  @Test
  void aCameraThatDoesNotSeeIsSaidAndItsPictureTakenAway() throws Exception {
    assertEquals(StillSite.PICTURE, page("/cameras/door.jpg"));
    live.site.door = CameraState.STALLED;
    live.site.seeing = false;
    assertEquals(204, operator.get("/cameras/door.jpg").statusCode());
    assertEquals(204, operator.get("/cameras/nowhere.jpg").statusCode());
    String wall = page("/wall");
    assertTrue(wall.contains("Camera door at Home &lt;A&gt;: no picture"), wall);
    assertTrue(wall.contains("nothing came for &lt;4&gt; s"), wall);
    assertTrue(wall.contains("Cameras: 0 of 2 see"), wall);
    assertTrue(wall.contains("Camera yard at Home &lt;A&gt;: Can’t recognise anybody"), wall);
    live.site.door = CameraState.MOVED;
    try (Browser engineer = house.browser("engineer-mo", "en")) {
      assertTrue(engineer.get("/cameras").body().contains("This is its view from now on"));
      assertEquals(303, engineer.post("/cameras/door/view", Map.of()).statusCode());
      assertEquals(404, engineer.post("/cameras/nowhere/view", Map.of()).statusCode());
    }
    assertEquals(CameraState.LIVE, live.site.door);
  }

  @Test
  void whatIsWrongWithTheSystemIsApart() throws Exception {
    live.site.alarms.add(new Alarm(AlarmCode.CHANNEL_FAILING, List.of("station"), false));
    assertTrue(page("/wall").contains("Channels that fail to deliver"));
    assertTrue(page("/wall").contains("No incident is open."));
    assertEquals(303, post("/wall/deliveries/again", Map.of()));
  }

  @Test
  void anUnfamiliarFaceIsGoneWhenSomebodyHasLooked() throws Exception {
    UUID id = UUID.randomUUID();
    live.strangers.add(
        new UnfamiliarFace(
            id, StillSite.HOME, StillSite.DOOR, 1, house.now.get(), new FaceCrop(new byte[] {5})));
    assertTrue(page("/wall").contains("Unfamiliar faces"));
    assertEquals(200, operator.get("/wall/strangers/" + id + ".jpg").statusCode());
    assertEquals(303, post("/wall/strangers/" + id + "/dismiss", Map.of()));
    assertFalse(page("/wall").contains("Unfamiliar faces"));
    assertEquals(404, operator.get("/wall/strangers/" + id + ".jpg").statusCode());
  }

  @Test
  void anExerciseSaysThatItIsOne() throws Exception {
    live.site.exercise = true;
    live.comes(Severity.DANGER);
    for (String path : List.of("/wall", "/cameras", "/incidents")) {
      assertTrue(page(path).contains("EXERCISE: this is not real"), path);
    }
  }

  @Test
  void openPagesAreToldAtOnceAndHearNoName() throws Exception {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      try (InputStream stream =
          client.send(operator.to("/events").build(), BodyHandlers.ofInputStream()).body()) {
        Thread.ofVirtual().start(() -> read(stream, lines));
        assertEquals(": hello", next(lines));
        live.comes(Severity.DANGER);
        assertEquals("event: alert", next(lines));
        assertEquals("data: {}", next(lines));
      }
    }
  }

  private static void read(InputStream stream, BlockingQueue<String> lines) {
    try (var reader =
        new java.io.BufferedReader(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.isEmpty() && !line.equals(": still here"))
          .forEach(lines::add);
    } catch (IOException | UncheckedIOException ended) {
      lines.add("ended");
    }
  }

  private static String next(BlockingQueue<String> lines) throws InterruptedException {
    return String.valueOf(lines.poll(20, TimeUnit.SECONDS));
  }

  @Test
  void whoIsNotSignedInSeesNothingAtAll() throws Exception {
    try (Browser stranger = house.browser("", "en")) {
      for (String path :
          List.of("/", "/wall", "/wall/now", "/incidents", "/cameras", "/cameras/door.jpg")) {
        HttpResponse<String> answer = stranger.get(path);
        assertEquals(303, answer.statusCode(), path);
        assertEquals("/sign-in", answer.headers().firstValue("Location").orElse(""), path);
        assertEquals("Redirected", answer.body(), path);
      }
      assertEquals(303, stranger.get("/events").statusCode());
      assertEquals(401, stranger.get("/api/alerts").statusCode());
      assertEquals(401, stranger.get("/api/site").statusCode());
    }
  }

  @Test
  void machinesReadTheSameAsJson() throws Exception {
    live.comes(Severity.DANGER);
    String alerts = page("/api/alerts");
    assertTrue(alerts.contains("\"respondent\":\"respondent-han\""), alerts);
    assertTrue(alerts.contains("\"threshold\":0.48"), alerts);
    assertTrue(alerts.contains("\"reference\":\"2026-<117>\""), alerts);
    String incidents = page("/api/incidents");
    assertTrue(incidents.contains("\"order\":\"order-1\""), incidents);
    assertTrue(incidents.contains("\"state\":\"open\""), incidents);
    Incident incident = live.incidents.newest(1).getFirst();
    assertTrue(page("/api/incidents/" + incident.id()).contains(incident.id().toString()));
    assertEquals(404, operator.get("/api/incidents/" + UUID.randomUUID()).statusCode());
    String site = page("/api/site");
    assertTrue(site.contains("\"reason\":\"\""), site);
    assertTrue(site.contains("\"verdict\":\"FITS\""), site);
  }
}
