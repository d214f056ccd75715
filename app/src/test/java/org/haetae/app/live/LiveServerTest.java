package org.haetae.app.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.gateway.Heard;
import org.haetae.casework.gateway.http.BearerToken;
import org.haetae.casework.gateway.http.SignalPosts;
import org.haetae.domain.alert.ProximityAlert;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveServerTest {
  private static final String TOKEN = "a-token-of-some-length";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final byte[] CROP = {1, 2, 3};

  private final Site site = DemoSite.at(NOW);
  private final AlertBoard alerts = new AlertBoard();
  private final CameraViews views =
      new CameraViews(List.of(new CameraId("home-door")), InstantSource.fixed(NOW));
  private final HealthBoard health =
      new HealthBoard(List.of(), List.of(), List::of, List::of, InstantSource.fixed(NOW));
  private final OpenDesk open = new OpenDesk(site, InstantSource.fixed(NOW));
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final LiveServer server = started();
  private final HttpClient client = HttpClient.newHttpClient();

  private Heard hear(WatchSerial watch, byte[] message) {
    heard.add(watch + " " + new String(message, StandardCharsets.UTF_8));
    return new Heard.Heartbeat();
  }

  private LiveServer started() {
    LiveServer made = made(site);
    made.start();
    return made;
  }

  private LiveServer made(Site where) {
    return new LiveServer(
        where,
        views,
        alerts,
        health,
        open.routes,
        open.orderRoutes,
        open.releases,
        open.strangers,
        open.console,
        Optional.of(new SignalPosts(new BearerToken(TOKEN), this::hear)),
        () -> "{}",
        () -> "haetae_camera_up 1\n");
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    open.close();
  }

  @Test
  void thePageIsServedWithAStrictPolicy() throws IOException, InterruptedException {
    HttpResponse<String> page = get("");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("Proximity alerts"));
    String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
    assertTrue(policy.contains("default-src 'self'"), policy);
    assertEquals(200, get("live.js").statusCode());
    assertEquals(200, get("live.css").statusCode());
    assertEquals("haetae_camera_up 1\n", get("metrics").body());
    assertEquals("ok\n", get("healthz").body());
  }

  @Test
  void whatIsNotThereIsNotFound() throws IOException, InterruptedException {
    for (String path :
        List.of(
            "nothing",
            "cameras/unknown.jpg",
            "cameras/home-door.jpg",
            "cameras/..%2f..%2fetc%2fpasswd",
            "alerts/no-uuid.jpg",
            "alerts/" + UUID.randomUUID() + ".jpg",
            "respondents/nobody.jpg",
            "respondents/..%2f..%2fdemo.yaml")) {
      assertEquals(404, get(path).statusCode(), path);
    }
  }

  @Test
  void onlyThisMachinesNameIsAnsweredTo() throws IOException {
    URI address = URI.create(server.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /alerts HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertTrue(in.readLine().contains("421"));
    }
  }

  @Test
  void nothingCanBePostedFromElsewhere() throws IOException, InterruptedException {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(server.address()))
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    assertEquals(403, client.send(post, BodyHandlers.ofString()).statusCode());
  }

  @Test
  void aWatchsGatewayNeedsItsTokenAndNoHeaderOfThePage() throws Exception {
    URI address = URI.create(server.address() + "watches/W-1/signals");
    HttpRequest.Builder post =
        HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertEquals(401, client.send(post.build(), BodyHandlers.ofString()).statusCode());
    post.header("Authorization", "Bearer " + TOKEN);
    assertEquals(202, client.send(post.build(), BodyHandlers.ofString()).statusCode());
    assertEquals(List.of("W-1 {}"), List.copyOf(heard));
  }

  @Test
  void anAlertReachesWhoeverListens() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "events")).build();
    HttpResponse<Stream<String>> events = client.send(request, BodyHandlers.ofLines());
    var lines = events.body().iterator();
    assertEquals(": hello", lines.next());
    ProximityAlert alert = DemoSite.alert(NOW, CROP);
    alerts.raise(alert);
    String line = lines.next();
    while (!line.startsWith("data: ")) {
      line = lines.next();
    }
    assertTrue(line.contains(alert.id().toString()) && line.contains("2026-117"), line);
    HttpResponse<byte[]> crop =
        client.send(
            HttpRequest.newBuilder(URI.create(server.address() + "alerts/" + alert.id() + ".jpg"))
                .build(),
            BodyHandlers.ofByteArray());
    assertArrayEquals(CROP, crop.body());
    events.body().close();
  }

  @Test
  void aPortInUseIsOneSentence() {
    int port = URI.create(server.address()).getPort();
    Site taken = site.listeningOn(new Site.Listen("127.0.0.1", port));
    Problem problem = assertThrows(Problem.class, () -> made(taken));
    assertEquals(ExitCode.UNAVAILABLE, problem.code());
    assertTrue(problem.toString().contains("in use"), problem.toString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
