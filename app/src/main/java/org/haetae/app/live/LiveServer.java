package org.haetae.app.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.haetae.app.config.Site;
import org.haetae.app.terminal.ExitCode;
import org.haetae.app.terminal.Problem;
import org.haetae.casework.store.StoreException;
import org.haetae.casework.vault.VaultException;
import org.haetae.domain.alert.UnfamiliarFace;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.SafeName;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the live page and the metrics. Answers only to requests that name this machine, so that a
 * web page elsewhere can't read along through a rebound name.
 */
public final class LiveServer implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST_WAITING_ALERTS = 100;

  private final Site site;
  private final CameraViews views;
  private final AlertBoard alerts;
  private final AlertJson json;
  private final HealthBoard health;
  private final HealthJson healthJson;
  private final IncidentRoutes incidents;
  private final OrderRoutes orders;
  private final ReleaseRoutes releases;
  private final UnfamiliarBoard strangers;
  private final ConsoleChannel console;
  private final Optional<? extends HttpHandler> watches;
  private final Supplier<String> cover;
  private final Supplier<String> metrics;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closing;

  /**
   * Binds the port; serves nothing yet.
   *
   * @param health decides which pictures are shown
   * @param console what the page is told beyond the alerts
   * @param watches takes what is posted under {@code /watches/}, and looks itself who may
   * @param cover what is missing, as JSON
   * @param metrics the Prometheus text
   * @throws Problem when the port is taken or the host is not this machine
   */
  public LiveServer(
      Site site,
      CameraViews views,
      AlertBoard alerts,
      HealthBoard health,
      IncidentRoutes incidents,
      OrderRoutes orders,
      ReleaseRoutes releases,
      UnfamiliarBoard strangers,
      ConsoleChannel console,
      Optional<? extends HttpHandler> watches,
      Supplier<String> cover,
      Supplier<String> metrics) {
    this.site = site;
    this.views = views;
    this.alerts = alerts;
    this.json = new AlertJson(site, orders::find);
    this.health = health;
    this.healthJson = new HealthJson(site, health);
    this.incidents = incidents;
    this.orders = orders;
    this.releases = releases;
    this.strangers = strangers;
    this.console = console;
    this.watches = watches;
    this.cover = cover;
    this.metrics = metrics;
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(
                  InetAddress.getByName(site.listen().host()), site.listen().port()),
              64);
    } catch (IOException e) {
      throw new Problem(
          ExitCode.UNAVAILABLE,
          "port %d of %s can't be listened on, it is probably in use: choose another with --port or under \"listen\""
              .formatted(site.listen().port(), site.listen().host()),
          e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  public void start() {
    server.start();
  }

  /** Where the page is; the port is the real one when 0 was asked for. */
  public String address() {
    return "http://%s:%d/".formatted(site.listen().host(), server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!namesThisMachine(exchange)) {
        Answer.text(exchange, 421, "text/plain", "this server answers to its own address only\n");
      } else if (watches.isPresent()
          && exchange.getRequestURI().getPath().startsWith("/watches/")) {
        watches.get().handle(exchange);
      } else {
        answer(exchange);
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      switch (exchange.getRequestMethod()) {
        case "POST" -> act(exchange);
        case "GET" -> route(exchange);
        default -> Answer.text(exchange, 405, "text/plain", "only GET and POST are served here\n");
      }
    } catch (StoreException | VaultException e) {
      Answer.text(exchange, 503, "text/plain", e.getMessage() + "\n");
    }
  }

  private boolean namesThisMachine(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    if (host == null) {
      return false;
    }
    String name = host.replaceFirst(":\\d+$", "");
    return List.of("127.0.0.1", "localhost", "[::1]", site.listen().host()).contains(name);
  }

  /** What can be changed here. */
  private void act(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
    String action = action(path);
    if (!names(exchange, action)) {
      Answer.text(exchange, 403, "text/plain", "the header X-Haetae-Action is missing or wrong\n");
      return;
    }
    switch (action) {
      case "incident" -> incidents.step(exchange, path[1], path[2]);
      case "order" -> orders.step(exchange, path[1], path[2]);
      case "release" -> releases.step(exchange, path[1], path[2]);
      case "unfamiliar" -> dismiss(exchange, path);
      case "send-again" -> incidents.sendAgain(exchange);
      default -> acceptView(exchange, path[1]);
    }
  }

  /** What a path's header must name; empty, which none can, where nothing can be done. */
  private static String action(String[] path) {
    String where = path.length == 3 ? path[0] + "/" + path[2] : String.join("/", path);
    return switch (where) {
      case "deliveries/again" -> "send-again";
      case "cameras/view" -> "accept-view";
      case "unfamiliar/dismiss" -> "unfamiliar";
      default ->
          path.length != 3
              ? ""
              : switch (path[0]) {
                case "incidents" -> "incident";
                case "orders" -> "order";
                case "releases" -> "release";
                default -> "";
              };
    };
  }

  private void dismiss(HttpExchange exchange, String[] path) throws IOException {
    boolean gone = uuid(path).filter(strangers::dismiss).isPresent();
    Answer.text(exchange, gone ? 200 : 404, "text/plain", gone ? "gone\n" : "it is not here\n");
  }

  /**
   * Whether the request names what it does, in a header that a page of another origin can't send.
   */
  private static boolean names(HttpExchange exchange, String action) {
    return action.equals(exchange.getRequestHeaders().getFirst("X-Haetae-Action"));
  }

  /** What the camera sees now is what it should see. */
  private void acceptView(HttpExchange exchange, String name) throws IOException {
    if (camera(name).filter(health::acceptView).isPresent()) {
      Answer.text(exchange, 200, "text/plain", "accepted\n");
    } else {
      Answer.text(exchange, 404, "text/plain", "there is no such camera\n");
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
    switch (path[0]) {
      case "" -> Answer.resource(exchange, "index.html", "text/html; charset=utf-8");
      case "live.css" -> Answer.resource(exchange, "live.css", "text/css; charset=utf-8");
      case "live.js", "orders.js", "unfamiliar.js", "review.js", "cover.js", "releases.js" ->
          Answer.resource(exchange, path[0], "text/javascript; charset=utf-8");
      case "healthz" -> Answer.text(exchange, 200, "text/plain", "ok\n");
      case "metrics" ->
          Answer.text(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics.get());
      case "site" -> Answer.text(exchange, 200, "application/json", siteJson());
      case "health" -> Answer.text(exchange, 200, "application/json", healthJson.text());
      case "alerts" -> alert(exchange, path);
      case "events" -> events(exchange);
      case "incidents" -> incidents.list(exchange);
      case "cover" -> Answer.text(exchange, 200, "application/json", cover.get());
      case "review" -> incidents.review(exchange);
      case "orders" -> orders.list(exchange);
      case "releases" -> releases.list(exchange);
      case "unfamiliar" -> unfamiliar(exchange, path);
      case "cameras" ->
          Answer.picture(
              exchange, picture(path).filter(health::showsThePresent).flatMap(views::newest));
      case "respondents" ->
          Answer.picture(
              exchange, path.length == 2 || path.length == 3 ? photograph(path) : Optional.empty());
      default -> Answer.text(exchange, 404, "text/plain", "there is nothing here\n");
    }
  }

  private String siteJson() {
    return MAPPER.writeValueAsString(
        Map.of(
            "site",
            site.name(),
            "exercise",
            site.exercise(),
            "cameras",
            site.cameras().stream()
                .map(
                    c -> Map.of("id", c.camera().id().value(), "place", c.camera().place().value()))
                .toList()));
  }

  private void alert(HttpExchange exchange, String[] path) throws IOException {
    if (path.length == 1) {
      List<?> all = alerts.newest().stream().map(json::map).toList();
      Answer.text(exchange, 200, "application/json", MAPPER.writeValueAsString(all));
    } else {
      Answer.picture(
          exchange, uuid(path).flatMap(alerts::find).map(found -> found.sighting().crop().jpeg()));
    }
  }

  /** {@code respondents/ID.jpg}, or {@code respondents/ID/N.jpg} for another than the first. */
  private Optional<byte[]> photograph(String[] path) {
    String last = path[path.length - 1].replace(".jpg", "");
    return path.length == 2
        ? orders.photograph(last, 0)
        : orders.photograph(path[1], last.matches("\\d{1,3}") ? Integer.parseInt(last) : -1);
  }

  /** Whoever is on the board, or the picture of one of them. */
  private void unfamiliar(HttpExchange exchange, String[] path) throws IOException {
    if (path.length == 1) {
      List<?> all = strangers.newest().stream().map(LiveServer::stranger).toList();
      Answer.text(exchange, 200, "application/json", MAPPER.writeValueAsString(all));
    } else {
      Answer.picture(
          exchange, uuid(path).flatMap(strangers::find).map(found -> found.crop().jpeg()));
    }
  }

  private static Map<String, String> stranger(UnfamiliarFace face) {
    return Map.of(
        "id",
        face.id().toString(),
        "camera",
        face.camera().value(),
        "place",
        face.place().value(),
        "seen",
        face.seen().toString());
  }

  private static Optional<UUID> uuid(String[] path) {
    try {
      return Optional.of(UUID.fromString(path[1].replace(".jpg", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<CameraId> picture(String[] path) {
    return camera(path.length == 2 ? path[1].replace(".jpg", "") : "");
  }

  private static Optional<CameraId> camera(String name) {
    return SafeName.isSafe(name) ? Optional.of(new CameraId(name)) : Optional.empty();
  }

  /**
   * Server-sent events: one message an alert, one named {@code incidents} when somebody is told, a
   * comment now and then to notice that a reader left.
   */
  private void events(HttpExchange exchange) throws IOException {
    BlockingQueue<Supplier<String>> waiting = new LinkedBlockingQueue<>(MOST_WAITING_ALERTS);
    // Made into text by this thread: the one that raises an alert still has to hand it on.
    Runnable stopAlerts = alerts.listen(alert -> waiting.offer(() -> "data: " + json.of(alert)));
    Runnable stopNotices = console.listen(_ -> waiting.offer(() -> "event: incidents\ndata: {}"));
    try (OutputStream out = Answer.open(exchange, 200, "text/event-stream", 0)) {
      out.write(Answer.bytes(": hello\n\n"));
      out.flush();
      while (!closing) {
        Supplier<String> message = waiting.poll(1, TimeUnit.SECONDS);
        out.write(Answer.bytes((message == null ? ": still here" : message.get()) + "\n\n"));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopAlerts.run();
      stopNotices.run();
    }
  }

  @Override
  public void close() {
    closing = true;
    server.stop(0);
    threads.shutdownNow();
  }
}
