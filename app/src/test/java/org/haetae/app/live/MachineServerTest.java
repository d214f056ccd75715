package org.haetae.app.live;

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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.gateway.Heard;
import org.haetae.casework.gateway.http.BearerToken;
import org.haetae.casework.gateway.http.SignalPosts;
import org.haetae.domain.id.WatchSerial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MachineServerTest {
  private static final String TOKEN = "a-token-of-some-length";

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final MachineServer server =
      new MachineServer(
          0,
          () -> "haetae_camera_up 1\n",
          Optional.of(new SignalPosts(new BearerToken(TOKEN), this::hear)));
  private final HttpClient client = HttpClient.newHttpClient();

  MachineServerTest() {
    server.start();
  }

  private Heard hear(WatchSerial watch, byte[] message) {
    heard.add(watch + " " + new String(message, StandardCharsets.UTF_8));
    return new Heard.Heartbeat();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void healthAndMetricsAreAllThatIsServed() throws Exception {
    assertEquals("ok\n", send(to("healthz")).body());
    assertEquals("haetae_camera_up 1\n", send(to("metrics")).body());
    for (String path : List.of("", "wall", "alerts", "cameras/home-door.jpg", "metrics/x")) {
      assertEquals(404, send(to(path)).statusCode(), path);
    }
    assertEquals(405, send(to("metrics").POST(BodyPublishers.ofString("x"))).statusCode());
  }

  @Test
  void aWatchsGatewayNeedsItsToken() throws Exception {
    HttpRequest.Builder post = to("watches/W-1/signals").POST(BodyPublishers.ofString("{}"));
    assertEquals(401, send(post).statusCode());
    assertEquals(202, send(post.header("Authorization", "Bearer " + TOKEN)).statusCode());
    assertEquals(List.of("W-1 {}"), List.copyOf(heard));
  }

  @Test
  void onlyThisMachinesNameIsAnsweredTo() throws IOException {
    URI address = URI.create(server.address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "GET /metrics HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      assertTrue(in.readLine().contains("421"));
    }
  }

  @Test
  void aPortInUseIsOneSentence() {
    int port = URI.create(server.address()).getPort();
    Problem problem =
        assertThrows(Problem.class, () -> new MachineServer(port, () -> "", Optional.empty()));
    assertEquals(ExitCode.UNAVAILABLE, problem.code());
    assertTrue(problem.toString().contains("in use"), problem.toString());
  }
}
