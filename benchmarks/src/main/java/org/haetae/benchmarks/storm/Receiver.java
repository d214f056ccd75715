package org.haetae.benchmarks.storm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A webhook's receiver that notes when each key arrived first. */
final class Receiver implements AutoCloseable {
  private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String key = String.valueOf(exchange.getRequestHeaders().getFirst("X-Haetae-Key"));
      arrivals.putIfAbsent(key, System.nanoTime());
      exchange.sendResponseHeaders(204, -1);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  /** When what has this key arrived first, by {@link System#nanoTime}. */
  Map<String, Long> arrivals() {
    return arrivals;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
