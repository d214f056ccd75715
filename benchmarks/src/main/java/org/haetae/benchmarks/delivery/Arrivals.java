package org.haetae.benchmarks.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A webhook's receiver that notes how old each alert's decisive picture was when it came. */
final class Arrivals implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** An alert: from the picture's capture, and from the decision, to here. */
  record Arrival(Instant at, Duration sinceCapture, Duration sinceDecision) {}

  private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  Arrivals() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    Instant now = Instant.now();
    try (exchange) {
      JsonNode notice = MAPPER.readTree(exchange.getRequestBody().readAllBytes());
      // An escalation has a key of its own.
      if (notice.path("kind").asString("").equals("threat")
          && notice.path("key").asString("").equals(notice.path("alert").asString("-"))) {
        arrivals.add(
            new Arrival(
                now,
                Duration.between(Instant.parse(notice.path("seen").asString()), now),
                Duration.between(Instant.parse(notice.path("decided").asString()), now)));
      }
      exchange.sendResponseHeaders(204, -1);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Those that came at {@code from} or later. */
  List<Arrival> since(Instant from) {
    return new ArrayList<>(arrivals.stream().filter(one -> !one.at().isBefore(from)).toList());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
