package org.haetae.app.operations;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes what Alertmanager sends, at every path. Safe for many threads. */
final class Receivers implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A notice: alerts of one group, told together to one receiver. */
  record Notice(String path, List<String> alerts) {}

  private final HttpServer server;
  private final List<Notice> notices = new ArrayList<>();

  Receivers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          take(exchange.getRequestURI().getPath(), new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private synchronized void take(String path, String body) {
    List<String> alerts = new ArrayList<>();
    for (JsonNode alert : JSON.readTree(body).path("alerts")) {
      alerts.add(alert.path("labels").path("alertname").asString());
    }
    notices.add(new Notice(path, alerts));
    notifyAll();
  }

  /** Waits for a notice; null where none came within the limit. */
  synchronized @Nullable Notice await(Predicate<Notice> wanted, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      for (Notice notice : notices) {
        if (wanted.test(notice)) {
          return notice;
        }
      }
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return null;
      }
      wait(left);
    }
  }

  synchronized List<Notice> all() {
    return List.copyOf(notices);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
