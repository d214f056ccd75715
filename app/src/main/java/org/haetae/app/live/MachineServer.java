package org.haetae.app.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.console.Endpoint;

/**
 * What machines ask for: whether this process lives, its metrics, and what watches say. It has a
 * port of its own, on this machine only, and no page: a gateway shows a token, and neither metrics
 * nor health name a person. Answers only to requests that name this machine, so that a web page
 * elsewhere can't read along through a rebound name.
 */
public final class MachineServer implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Endpoint OURSELVES = Endpoint.local(0);
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<String> metrics;
  private final Optional<? extends HttpHandler> watches;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Binds the port; serves nothing yet.
   *
   * @param port 0 for any that is free
   * @param metrics the Prometheus text
   * @param watches takes what is posted under {@code /watches/}, and looks itself who may
   * @throws Problem when the port is taken
   */
  public MachineServer(
      int port, Supplier<String> metrics, Optional<? extends HttpHandler> watches) {
    this.metrics = metrics;
    this.watches = watches;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
    } catch (IOException e) {
      throw new Problem(
          ExitCode.UNAVAILABLE,
          "port %d of %s can't be listened on, it is probably in use: choose another for the metrics under \"listen: metrics:\""
              .formatted(port, HOST),
          e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  public void start() {
    server.start();
  }

  /** Where it is; the port is the real one when 0 was asked for. */
  public String address() {
    return "http://%s:%d/".formatted(HOST, server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (!namesThisMachine(exchange)) {
        answer(exchange, 421, "this server answers to its own address only\n");
      } else if (watches.isPresent() && path.startsWith("/watches/")) {
        watches.get().handle(exchange);
      } else if (!exchange.getRequestMethod().equals("GET")) {
        answer(exchange, 405, "only GET is served here\n");
      } else {
        switch (path) {
          case "/healthz" -> answer(exchange, 200, "ok\n");
          case "/metrics" -> answer(exchange, 200, METRICS, metrics.get());
          default -> answer(exchange, 404, "there is nothing here\n");
        }
      }
    }
  }

  private static boolean namesThisMachine(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host != null && OURSELVES.answersTo(host);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    answer(exchange, status, "text/plain", text);
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
