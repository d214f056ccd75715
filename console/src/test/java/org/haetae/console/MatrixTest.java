package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.Scope;
import org.haetae.casework.incident.Incident;
import org.haetae.casework.register.Entry;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.store.Owner;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route of the server, asked by everybody, for one's own case and for another's. */
class MatrixTest {
  private static final List<String> USERS =
      List.of(
          "",
          "operator-na",
          "officer-lim",
          "officer-far",
          "supervisor-oh",
          "engineer-mo",
          "auditor-ji");

  /** The wall's: whoever is on duty knows everybody by a pseudonym. */
  private static final Set<String> PSEUDONYMS =
      Set.of("GET /wall", "GET /wall/now", "GET /api/cover");

  private final Map<String, Browser> browsers = new HashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path place;
  private House house;
  private Incident incident;

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
    incident = house.live.comes(Severity.DANGER);
    Deed deed = new Deed(new Actor(new UserId("supervisor-oh"), Role.SUPERVISOR), house.now.get());
    var operator = new UserId("operator-zz");
    house.desks.cases().post(operator, Role.OPERATOR, new StationId("jongno"), deed);
    write(House.CASE, "Hong Near", "jongno", deed);
    write(House.FOREIGN, "Jang Far", "busan", deed);
  }

  private void write(CaseId file, String name, String station, Deed deed) {
    Entry entry = new Entry(name, "", List.of(), Optional.of(LocalDate.of(1991, 5, 4)));
    house.desks.register().put(Owner.of(file), entry, deed);
    var _ = house.desks.watches().ask(file, new StationId(station), deed);
  }

  @AfterEach
  void close() {
    browsers.values().forEach(Browser::close);
    client.close();
    house.close();
  }

  private record Reply(int status, String location, String body) {}

  private static Map<String, Gate> table() throws Exception {
    Map<String, Gate> table = new LinkedHashMap<>();
    try (InputStream lines = MatrixTest.class.getResourceAsStream("gates.txt")) {
      assertTrue(lines != null, "the table is gone");
      new String(lines.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .forEach(part -> table.put(part[0] + " " + part[1], Gate.of(part[2])));
    }
    return table;
  }

  @Test
  void everyRouteIsInTheTable() throws Exception {
    Set<String> routes = new TreeSet<>(house.routes());
    routes.removeIf(route -> route.startsWith("BEFORE "));
    assertTrue(routes.size() > 80, "the routes are not found any more: " + routes);
    assertEquals(routes, new TreeSet<>(table().keySet()));
  }

  @Test
  void everybodyOpensWhatIsTheirsAndNothingElse() throws Exception {
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    for (Map.Entry<String, Gate> row : table().entrySet()) {
      for (String user : USERS) {
        for (String file : row.getValue().file() ? List.of("case-1", "case-2") : List.of("")) {
          String path = path(row.getKey(), file);
          Reply answer = ask(row.getKey(), path, user, "");
          asked++;
          judge(row.getKey(), row.getValue(), user, file, answer).ifPresent(wrong::add);
          leak(row.getKey(), user, path, answer).ifPresent(wrong::add);
        }
      }
    }
    assertTrue(asked > 700, "only " + asked);
    assertEquals(List.of(), wrong);
  }

  @Test
  void aTokenOpensWhatItIsGoodForAndNoPage() throws Exception {
    Map<String, String> tokens = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Gate> row : table().entrySet()) {
      if (row.getValue().everybody()) {
        continue;
      }
      for (String user : USERS.subList(1, USERS.size())) {
        boolean api = row.getKey().contains(" /api/");
        for (Optional<Scope> scope : api ? scopes() : List.of(Optional.of(Scope.SITE))) {
          String token =
              tokens.computeIfAbsent("%s %s".formatted(user, scope), _ -> token(user, scope));
          Reply answer = ask(row.getKey(), path(row.getKey(), "case-1"), "", token);
          String expected = expected(row.getKey(), row.getValue(), user, scope);
          String got = said(answer);
          if (!got.equals(expected)) {
            wrong.add("%s by %s for %s: %s".formatted(row.getKey(), user, scope, got));
          }
          leak(row.getKey(), user, "", answer).ifPresent(wrong::add);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static List<Optional<Scope>> scopes() {
    List<Optional<Scope>> all = new ArrayList<>(List.of(Optional.empty()));
    EnumSet.allOf(Scope.class).forEach(scope -> all.add(Optional.of(scope)));
    return all;
  }

  private static String expected(String route, Gate gate, String user, Optional<Scope> scope) {
    if (!route.contains(" /api/")) {
      return "sign in";
    }
    boolean role = gate.roles().contains(role(user));
    boolean good = gate.scope().isEmpty() || gate.scope().equals(scope);
    return role && good ? "open" : "refused";
  }

  private static String said(Reply answer) {
    int status = answer.status();
    if (status >= 500) {
      return "a fault: " + status;
    }
    if (status == 401 || toSignIn(answer)) {
      return "sign in";
    }
    return status == 403 ? "refused" : "open";
  }

  private static boolean toSignIn(Reply answer) {
    return answer.status() == 303 && answer.location().equals("/sign-in");
  }

  private static Optional<String> judge(
      String route, Gate gate, String user, String file, Reply answer) {
    String got = said(answer);
    String expected = "open";
    if (!gate.everybody()) {
      expected =
          user.isEmpty() ? "sign in" : gate.roles().contains(role(user)) ? "open" : "refused";
    }
    boolean everybody = gate.everybody() && answer.status() < 500;
    boolean foreign = gate.file() && expected.equals("open") && !owns(user, file);
    boolean right = foreign ? answer.status() == 404 : everybody || got.equals(expected);
    // What is one's own is there.
    boolean missing =
        gate.file()
            && expected.equals("open")
            && !foreign
            && route.matches("GET /cases/\\{id}(/[a-z]+)?")
            && answer.status() != 200;
    return right && !missing
        ? Optional.empty()
        : Optional.of(
            "%s %s by %s: %d, not %s"
                .formatted(route, file, user, answer.status(), foreign ? "404" : expected));
  }

  private static boolean owns(String user, String file) {
    return switch (user) {
      case "supervisor-oh" -> true;
      case "officer-lim" -> file.equals("case-1");
      case "officer-far" -> file.equals("case-2");
      default -> false;
    };
  }

  /** What stands in a body that isn't for this reader's eyes. */
  private static Optional<String> leak(String route, String user, String path, Reply answer) {
    if (user.equals("supervisor-oh") || (user.equals("auditor-ji") && route.equals("GET /audit"))) {
      return Optional.empty();
    }
    String body = path.isEmpty() ? answer.body() : answer.body().replace(path, "");
    List<String> secrets = new ArrayList<>();
    if (!owns(user, "case-1")) {
      secrets.addAll(List.of("case-1", "Hong Near", "person-1"));
    }
    if (!owns(user, "case-2")) {
      secrets.addAll(List.of("case-2", "Jang Far", "person-2"));
    }
    if (PSEUDONYMS.contains(route)) {
      secrets.removeIf(one -> one.startsWith("person-"));
    }
    return secrets.stream()
        .filter(body::contains)
        .findFirst()
        .map(secret -> "%s tells %s of %s".formatted(route, user, secret));
  }

  private static Role role(String user) {
    return Role.valueOf(user.replaceFirst("-.*", "").toUpperCase(Locale.ROOT));
  }

  private String path(String route, String file) {
    String id =
        route.contains("/users/")
            ? "operator-zz"
            : route.contains("/cameras/")
                ? "door"
                : route.contains("/respondents/") ? "respondent-han" : incident.id().toString();
    return route
        .replaceFirst("^[A-Z]+ ", "")
        .replaceFirst("^/cases/\\{id}", "/cases/" + file)
        .replace("{id}", id)
        .replace("{order}", "order-none")
        .replace("{station}", "jongno")
        .replace("{number}", "1")
        .replace("{respondent}", "respondent-of-" + file)
        .replaceAll("\\{[a-z]+}", "none");
  }

  private String token(String user, Optional<Scope> scope) {
    return AccountDesk.machine(
            house.store,
            new UserId(user),
            Optional.of(role(user)),
            scope.map(Set::of).orElse(Set.of()),
            "test",
            Duration.ofDays(1),
            house.now.get())
        .secret();
  }

  private Reply ask(String route, String path, String user, String token) throws Exception {
    Browser browser = browsers.computeIfAbsent(user, house::english);
    if (route.equals("POST /sign-out")) {
      browsers.remove(user);
    }
    HttpRequest.Builder request = browser.to(path).header("Sec-Fetch-Site", "same-origin");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (route.startsWith("POST ")) {
      String type =
          path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
      request.header("Content-Type", type).POST(BodyPublishers.ofString(""));
    }
    // A stream that is told something only as long as it is open.
    HttpResponse<InputStream> got = client.send(request.build(), BodyHandlers.ofInputStream());
    try (InputStream body = got.body()) {
      boolean stream = route.equals("GET /events") && got.statusCode() == 200;
      return new Reply(
          got.statusCode(),
          got.headers().firstValue("Location").orElse(""),
          stream ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
