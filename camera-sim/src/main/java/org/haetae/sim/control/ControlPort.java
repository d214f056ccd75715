package org.haetae.sim.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.haetae.sim.SimulatedSite;
import org.haetae.sim.camera.FaultForm;
import org.haetae.sim.clip.ClipException;
import org.haetae.sim.rtsp.CameraPort;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves {@code GET /cameras}, {@code POST /cameras/NAME/faults} and {@code DELETE
 * /cameras/NAME/faults} on the loopback interface. Answers only to requests that name this machine,
 * so that a web page can't break cameras through a rebound name. Thread-safe.
 */
public final class ControlPort implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_BYTES = 65_536;

  private final SimulatedSite site;
  private final FaultForm form;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** An answer of some status. */
  private record Answer(int status, Object json) {}

  /** What is told of a camera; never its credentials. */
  record CameraState(
      String name, String url, boolean live, int connections, int players, List<String> faults) {}

  /**
   * Binds the port and serves.
   *
   * @param port 0 for any that is free
   * @throws IOException when the port is taken
   */
  public ControlPort(SimulatedSite site, FaultForm form, int port) throws IOException {
    this.site = site;
    this.form = form;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it is. */
  public String address() {
    return "http://127.0.0.1:%d/cameras".formatted(server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = namesThisMachine(exchange) ? route(exchange) : problem(421, "not this server");
      } catch (JacksonException e) {
        answer = problem(400, "the body must be a JSON object");
      } catch (IllegalArgumentException | ClipException e) {
        answer = problem(400, String.valueOf(e.getMessage()));
      }
      byte[] body = MAPPER.writeValueAsBytes(answer.json);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static boolean namesThisMachine(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host != null
        && List.of("127.0.0.1", "localhost", "[::1]").contains(host.replaceFirst(":\\d+$", ""));
  }

  private static Answer problem(int status, String sentence) {
    return new Answer(status, Map.of("problem", sentence));
  }

  private Answer route(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
    String method = exchange.getRequestMethod();
    if (path.length == 1 && path[0].equals("cameras")) {
      return method.equals("GET")
          ? new Answer(200, site.names().stream().map(this::state).toList())
          : problem(405, "only GET is served here");
    }
    if (path.length != 3 || !path[0].equals("cameras") || !path[2].equals("faults")) {
      return problem(404, "known paths: /cameras and /cameras/NAME/faults");
    }
    String name = path[1];
    if (!site.names().contains(name)) {
      return problem(404, "there is no camera \"%s\"".formatted(name));
    }
    return switch (method) {
      case "GET" -> new Answer(200, state(name));
      case "POST" -> {
        start(name, exchange);
        yield new Answer(200, state(name));
      }
      case "DELETE" -> {
        site.clear(name);
        yield new Answer(200, state(name));
      }
      default -> problem(405, "GET, POST and DELETE are served here");
    };
  }

  private void start(String name, HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
    Map<String, Object> json =
        MAPPER.readValue(new String(body, StandardCharsets.UTF_8), new TypeReference<>() {});
    if (json == null) {
      throw new IllegalArgumentException("the body must be a JSON object");
    }
    FaultOrder order = FaultOrder.read(json, form);
    if (order.length().isPresent()) {
      site.start(name, order.fault(), order.length().get());
    } else {
      site.start(name, order.fault());
    }
  }

  private CameraState state(String name) {
    CameraPort port = site.port(name);
    List<String> faults =
        port.camera().board().active().all().stream()
            .map(active -> active.fault().kind())
            .sorted()
            .toList();
    return new CameraState(
        name, site.url(name), !faults.contains("gone"), port.connections(), port.players(), faults);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
