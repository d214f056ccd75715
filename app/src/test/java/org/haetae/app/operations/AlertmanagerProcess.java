package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.haetae.app.Home;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Alertmanager with our routes, its receivers put elsewhere and its patience shortened. */
final class AlertmanagerProcess implements AutoCloseable {
  static final Tool TOOL = new Tool("prometheus-alertmanager", "prometheus-alertmanager");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI api;
  private final Path log;
  private final Process process;

  AlertmanagerProcess(Path folder, String receivers) throws IOException, InterruptedException {
    String routes =
        Files.readString(Home.folder().resolve("config/alertmanager/alertmanager.yml"))
            .replaceAll("https://[a-z-]+\\.example", receivers)
            .replace("group_wait: 30s", "group_wait: 2s");
    Path config = Files.writeString(folder.resolve("alertmanager.yml"), routes);
    int port = freePort();
    api = URI.create("http://127.0.0.1:" + port + "/");
    log = folder.resolve("alertmanager.log");
    process =
        new ProcessBuilder(
                TOOL.name(),
                "--config.file=" + config,
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      awaitReady();
    } catch (IOException | InterruptedException | AssertionError e) {
      close();
      throw e;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!ready()) {
      assertTrue(System.nanoTime() < end, () -> "it does not begin, see " + log);
      assertTrue(!process.waitFor(50, TimeUnit.MILLISECONDS), () -> "it ended at once, see " + log);
    }
  }

  private boolean ready() throws InterruptedException {
    try {
      HttpRequest ask = HttpRequest.newBuilder(api.resolve("-/ready")).build();
      return client.send(ask, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // It does not listen yet.
    }
  }

  /** Hands over alerts as Prometheus would. */
  void fire(List<Map<String, String>> alerts) throws IOException, InterruptedException {
    String body =
        JSON.writeValueAsString(alerts.stream().map(labels -> Map.of("labels", labels)).toList());
    HttpRequest post =
        HttpRequest.newBuilder(api.resolve("api/v2/alerts"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertEquals(200, client.send(post, BodyHandlers.discarding()).statusCode());
  }

  /** How many alerts of a name there are in each state: active, or suppressed by another. */
  Map<String, Integer> states(String name) throws IOException, InterruptedException {
    HttpRequest ask =
        HttpRequest.newBuilder(api.resolve("api/v2/alerts?filter=alertname%3D" + name)).build();
    Map<String, Integer> states = new TreeMap<>();
    for (JsonNode alert : JSON.readTree(client.send(ask, BodyHandlers.ofString()).body())) {
      states.merge(alert.path("status").path("state").asString(), 1, Integer::sum);
    }
    return states;
  }

  /** Waits until the alerts of a name are in these states; what they are in at the limit. */
  Map<String, Integer> await(String name, Map<String, Integer> wanted, Duration limit)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    Map<String, Integer> states = states(name);
    while (!states.equals(wanted) && System.nanoTime() < end && process.isAlive()) {
      states = states(name);
    }
    return states;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    client.close();
  }
}
