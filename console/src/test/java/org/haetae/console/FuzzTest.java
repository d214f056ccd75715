package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.haetae.casework.audit.ChainCheck;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.ledger.Recorded;
import org.haetae.casework.office.Office;
import org.haetae.casework.store.StoredLedger;
import org.haetae.domain.alert.Severity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Bad input by the thousand, at every route that the server has. */
class FuzzTest {
  private static final int THREADS = 8;
  private static final int EACH = 25;
  private static final Pattern INSIDE =
      Pattern.compile(
          "org\\.haetae\\.|java\\.(lang|util|net|io|time)\\.|tools\\.jackson|org\\.eclipse|"
              + "\\bat [a-z.]+\\(|Exception\\b|SQLITE|jdbi");

  @TempDir Path place;
  private House house;
  private List<String> fields;
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sent = new AtomicInteger();

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
    fields = Fields.all();
    assertTrue(fields.size() > 40, "the fields are not found any more: " + fields);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void nothingThatIsSentBreaksAnything() throws Exception {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("FuzzTest -Dhaetae.seed=" + seed);
    house.live.comes(Severity.DANGER);
    house.live.calls(House.CASE);
    List<String> routes =
        house.routes().stream()
            .filter(route -> route.matches("(GET|POST) .*"))
            // A stream has no end, and a password that is tried takes a tenth of a second.
            .filter(route -> !route.equals("GET /events"))
            .filter(route -> !route.endsWith("/sign-in") && !route.startsWith("POST /welcome"))
            .toList();
    Map<String, List<String>> bodies = bodies();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Object>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        long own = seed + i;
        all.add(
            () -> {
              run(new Random(own), routes, bodies);
              return own;
            });
      }
      for (Future<Object> one : threads.invokeAll(all)) {
        one.get();
      }
    }
    assertEquals(List.of(), List.copyOf(faults).subList(0, Math.min(10, faults.size())));
    assertTrue(sent.get() > 2000, "only " + sent.get());
    theBooksAreWhole();
    noPageRunsWhatWasTyped();
  }

  /** Of each operation, the fields of its body as the API's own description has them. */
  private Map<String, List<String>> bodies() throws Exception {
    Map<String, List<String>> bodies = new HashMap<>();
    try (Browser officer = house.officer()) {
      JsonNode document =
          JsonMapper.builder().build().readTree(officer.get("/api/openapi.json").body());
      for (var path : document.get("paths").properties()) {
        for (JsonNode reference : path.getValue().at("/post/requestBody").findValues("$ref")) {
          JsonNode schema = document.at(reference.asString().substring(1));
          List<String> names = new ArrayList<>(schema.get("properties").propertyNames());
          names.add("id");
          bodies.put("POST " + path.getKey(), names);
        }
      }
    }
    assertEquals(5, bodies.size());
    return bodies;
  }

  private void run(Random random, List<String> routes, Map<String, List<String>> bodies)
      throws Exception {
    List<String> users =
        List.of("supervisor-oh", "officer-lim", "officer-far", "operator-na", "engineer-mo", "");
    Map<String, Browser> browsers = new HashMap<>();
    for (String route : routes) {
      for (int i = 0; i < EACH / THREADS + 1; i++) {
        String user = users.get(random.nextInt(users.size()));
        if (route.contains("sign-out") || route.contains("/leave") || route.equals("POST /users")) {
          user = "officer-far";
        }
        Browser browser = browsers.computeIfAbsent(user, house::english);
        HttpRequest request = request(random, browser, route, bodies);
        HttpResponse<String> answer = asked(browser, request);
        sent.incrementAndGet();
        judge(route, request, answer);
        if (route.contains("sign-out")) {
          browsers.remove(user).close();
        }
      }
    }
    browsers.values().forEach(Browser::close);
  }

  private HttpRequest request(
      Random random, Browser browser, String route, Map<String, List<String>> bodies) {
    String path = route.replaceFirst("^[A-Z]+ ", "");
    while (path.contains("{")) {
      String part = random.nextInt(3) > 0 ? good(path) : encoded(Hostile.text(random));
      path = path.replaceFirst("\\{[a-z]+}", part.isEmpty() ? "x" : part);
    }
    if (random.nextInt(3) == 0 || route.startsWith("GET")) {
      path += "?" + form(random, List.of("limit", "after", "skip", "q", "share", "days", "user"));
    }
    HttpRequest.Builder request = browser.to(path.substring(0, Math.min(path.length(), 6000)));
    headers(random, request);
    if (route.startsWith("GET")) {
      return request.build();
    }
    List<String> names = bodies.get(route);
    if (names != null) {
      request.header(
          "Content-Type",
          random.nextInt(12) > 0
              ? "application/json"
              : Hostile.text(random).replaceAll("[^ -~]", "x"));
      return request
          .POST(BodyPublishers.ofByteArray(broken(random, Hostile.json(random, names))))
          .build();
    }
    if (random.nextInt(6) == 0) {
      request.header("Content-Type", "multipart/form-data; boundary=b");
      return request.POST(BodyPublishers.ofByteArray(multipart(random))).build();
    }
    request.header("Content-Type", "application/x-www-form-urlencoded");
    return request.POST(BodyPublishers.ofByteArray(broken(random, form(random, fields)))).build();
  }

  /**
   * A server that refuses a body which it hasn't read ends the connection, as RFC 9112, section
   * 9.3, lets it; a client that had meant to use it again finds nobody there, and asks anew, once.
   */
  private static HttpResponse<String> asked(Browser browser, HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return browser.send(request);
    } catch (IOException ended) {
      return browser.send(request);
    }
  }

  private String good(String path) {
    return path.startsWith("/cases/{")
        ? "case-1"
        : path.contains("/incidents/{")
            ? house.live.incidents.newest(1).getFirst().id().toString()
            : path.contains("/stations/{")
                ? "jongno"
                : path.contains("/users/{") ? "officer-far" : "1";
  }

  private static void headers(Random random, HttpRequest.Builder request) {
    for (String name :
        List.of(
            "If-None-Match",
            "Idempotency-Key",
            "Authorization",
            "X-Forwarded-For",
            "Accept",
            "Range",
            "Cookie")) {
      if (random.nextInt(8) == 0) {
        String prefix = name.equals("Authorization") ? "Bearer " : "";
        request.header(name, prefix + Hostile.text(random).replaceAll("[^ -~]", "x"));
      }
    }
  }

  private static String form(Random random, List<String> names) {
    StringBuilder form = new StringBuilder();
    for (String name : names) {
      if (random.nextInt(3) > 0) {
        form.append(form.isEmpty() ? "" : "&").append(name).append('=');
        form.append(encoded(Hostile.text(random)));
      }
    }
    return form.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Now and then bytes that are no UTF-8, or an end that comes too early. */
  private static byte[] broken(Random random, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(6) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80));
    }
    return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private byte[] multipart(Random random) {
    StringBuilder body = new StringBuilder();
    for (String name : fields) {
      if (random.nextInt(6) == 0) {
        body.append("--b\r\nContent-Disposition: form-data; name=\"").append(name).append('"');
        body.append(random.nextInt(3) == 0 ? "; filename=\"../a.jpg\"" : "");
        body.append(random.nextInt(9) == 0 ? "\r\n" : "\r\n\r\n");
        body.append(Hostile.text(random)).append("\r\n");
      }
    }
    body.append(random.nextInt(3) == 0 ? "" : "--b--\r\n");
    return broken(random, body.toString());
  }

  private void judge(String route, HttpRequest request, HttpResponse<String> answer) {
    if (answer.statusCode() >= 500) {
      faults.add(
          "%s %s was answered %d %s"
              .formatted(route, request.uri(), answer.statusCode(), answer.headers().map()));
    }
    var inside = INSIDE.matcher(answer.body());
    if (inside.find()) {
      faults.add("%s %s tells %s".formatted(route, request.uri(), inside.group()));
    }
    // What can't be parsed as HTTP reaches no route.
    boolean parsed = !answer.body().equals("the request can't be read\n");
    boolean api = parsed && route.contains(" /api/") && answer.statusCode() >= 400;
    if (api && !answer.body().isEmpty() && !answer.body().startsWith("{")) {
      faults.add(
          "%s with %s is no problem details: %d %s"
              .formatted(route, request.headers().map(), answer.statusCode(), answer.body()));
    }
  }

  private void theBooksAreWhole() {
    List<Recorded> ledger = new StoredLedger(house.store).after(0, 1_000_000);
    for (int i = 0; i < ledger.size(); i++) {
      assertEquals(i + 1, ledger.get(i).position(), "the ledger has a hole");
    }
    ChainCheck check = ChainCheck.fromTheBeginning();
    house.store.read(in -> in.audit().links(0, 1_000_000)).forEach(check::take);
    assertEquals(List.of(), check.end());
    // Whoever reads it all again finds what the running house has in memory.
    Office again = new Office(new StoredLedger(house.store));
    List<CaseFile> read = again.look(files -> List.copyOf(files.cases()));
    List<CaseFile> held = house.office.look(files -> List.copyOf(files.cases()));
    assertEquals(Set.copyOf(held), Set.copyOf(read));
    for (var incident : house.live.incidents.newest(100)) {
      assertFalse(house.live.incidents.events(incident.id()).isEmpty());
    }
  }

  private void noPageRunsWhatWasTyped() throws Exception {
    try (Browser supervisor = house.browser("supervisor-oh", "en")) {
      List<String> open = new ArrayList<>(List.of("/wall", "/incidents", "/watchlist", "/cover"));
      for (int i = 0; i < open.size() && i < 200; i++) {
        HttpResponse<String> page = supervisor.get(open.get(i));
        if (!page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
          continue;
        }
        assertFalse(page.body().contains("<script>ran"), open.get(i));
        assertFalse(page.body().contains("<img src=x"), open.get(i));
        Browser.links(page.body()).stream()
            .filter(link -> !open.contains(link) && !link.contains("\\"))
            .forEach(open::add);
      }
      assertTrue(open.size() > 15, open.toString());
    }
  }
}
