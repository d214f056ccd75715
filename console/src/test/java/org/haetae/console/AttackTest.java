package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.OneTimeCode;
import org.haetae.casework.account.SessionRule;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.Staff;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody with a role of their own tries. Fixed sessions and codes that are used twice are
 * tried in {@link SignInTest}, posts of other sites in {@link PagesTest}.
 */
class AttackTest {
  private static final String CASE = "/cases/case-1";

  @TempDir Path place;
  private House house;

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Staff lim() {
    return house.office.look(files -> files.staff(new UserId("officer-lim")));
  }

  /** Another's case and none at all are told in the same words, or guessing would find them. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/risk", "/watch", "/inspection", "/support", "/people"})
  void anotherCaseIsAnsweredAsNone(String page) throws Exception {
    try (Browser officer = house.officer()) {
      HttpResponse<String> another = officer.get("/cases/case-2" + page);
      HttpResponse<String> none = officer.get("/cases/case-7" + page);
      assertEquals(404, another.statusCode());
      assertEquals(404, none.statusCode());
      assertEquals(none.body().replace("case-7", "case-2"), another.body());
    }
  }

  @Test
  void aGuessedIdOpensNothing() throws Exception {
    try (Browser operator = house.browser("operator-na", "en")) {
      for (String path :
          List.of(
              "/incidents/%s", "/api/incidents/%s", "/alerts/%s.jpg", "/wall/strangers/%s.jpg")) {
        assertEquals(404, operator.get(path.formatted(UUID.randomUUID())).statusCode(), path);
      }
      assertEquals(404, operator.get("/respondents/respondent-han/-1.jpg").statusCode());
      assertEquals(404, operator.get("/respondents/respondent-han/2.jpg").statusCode());
    }
  }

  /** The photograph of one case isn't seen through another. */
  @Test
  void aPhotographIsThatOfItsCase() throws Exception {
    try (Browser far = house.browser("officer-far", "en");
        Browser officer = house.officer()) {
      HttpResponse<String> sent =
          far.upload(
              "/cases/case-2/inspection",
              InspectionForm.with("BAD", "seen"),
              List.of(new Browser.Chosen("photograph-DOOR_LOCK", jpeg())));
      assertEquals(303, sent.statusCode(), sent.body());
      List<String> found = new ArrayList<>();
      String page = far.get("/cases/case-2/inspection").body() + far.get("/cases/case-2").body();
      Pattern.compile("/cases/case-2/photographs/([^\"]+)")
          .matcher(page)
          .results()
          .forEach(one -> found.add(one.group(1)));
      for (String name : found) {
        assertEquals(200, far.get("/cases/case-2/photographs/" + name).statusCode());
        assertEquals(404, officer.get(CASE + "/photographs/" + name).statusCode());
        assertEquals(404, officer.get("/cases/case-2/photographs/" + name).statusCode());
      }
    }
  }

  private static byte[] jpeg() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    var image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    assertTrue(ImageIO.write(image, "jpg", out));
    return out.toByteArray();
  }

  /** Fields that a form doesn't have are read by nobody. */
  @Test
  void aFormTakesNoMoreThanItsFields() throws Exception {
    Map<String, String> more = new HashMap<>();
    more.put("role", "SUPERVISOR");
    more.put("user", "officer-lim");
    more.put("station", "busan");
    more.put("id", "case-2");
    more.put("officer", "officer-lim");
    more.put("by", "supervisor-oh");
    try (Browser officer = house.officer()) {
      for (String path : List.of(CASE + "/risk", CASE + "/officer", CASE + "/grade", "/releases")) {
        Map<String, String> all = new HashMap<>(more);
        all.putAll(Map.of("stalking", "YES", "to", "HIGH", "reason", "because"));
        assertTrue(officer.post(path, all).statusCode() < 500);
      }
      assertEquals(403, officer.post("/users", more).statusCode());
    }
    assertEquals(Optional.of(Role.OFFICER), lim().role());
    assertEquals("jongno", lim().station().orElseThrow().value());
    assertTrue(
        house.office.look(files -> files.find(House.FOREIGN)).orElseThrow().officer().isEmpty());
    // And what is written down as done was done by whoever did it.
    assertTrue(
        house.store.read(in -> in.ledger().about(House.CASE)).stream()
            .filter(one -> !one.entry().fact().at().equals(House.MORNING))
            .allMatch(one -> one.entry().fact().by().value().equals("officer-lim")));
  }

  /** No field, header or body makes the house ask another machine for anything. */
  @Test
  void nothingThatIsSentIsFetched() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer trap =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    trap.createContext("/", exchange -> asked.incrementAndGet());
    trap.start();
    String url = "http://127.0.0.1:%d/trap.jpg".formatted(trap.getAddress().getPort());
    Map<String, String> form = new HashMap<>();
    Fields.all().forEach(name -> form.put(name, url));
    try (Browser supervisor = house.browser("supervisor-oh", "en")) {
      for (String route : house.routes()) {
        if (route.startsWith("POST ") && !route.contains("sign-") && !route.contains("/welcome")) {
          String path = route.substring(5).replace("{id}", "case-1").replaceAll("\\{[a-z]+}", "1");
          int status =
              path.startsWith("/api/")
                  ? json(supervisor, path, url).statusCode()
                  : supervisor.post(path, form).statusCode();
          assertTrue(status < 500, route);
        }
      }
    } finally {
      trap.stop(0);
    }
    assertEquals(0, asked.get());
  }

  private static HttpResponse<String> json(Browser browser, String path, String url)
      throws Exception {
    String body =
        """
        [{"key":"%1$s","respondent":"%1$s","kind":"%1$s","effective":"%1$s","callback":"%1$s"}]\
        """
            .formatted(url);
    return browser.send(
        browser
            .to(path)
            .header("Content-Type", "application/json")
            .header("X-Forwarded-Host", URI.create(url).getAuthority())
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** The console has nothing with which it could ask. */
  @Test
  void theConsoleHasNoClient() throws Exception {
    Pattern client =
        Pattern.compile("HttpClient|HttpURLConnection|openConnection|openStream|new Socket\\(");
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertTrue(all.size() > 50);
      for (Path file : all) {
        assertFalse(client.matcher(Files.readString(file)).find(), file.toString());
      }
    }
  }

  /** As bytes on the wire: a client of Java's would tidy such paths up. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../master.key",
        "/..%2f..%2fmaster.key",
        "/%2e%2e/%2e%2e/master.key",
        "/cases/case-1/photographs/..%2f..%2fmaster.key",
        "/cases/case-1/photographs/..%5c..%5cmaster.key",
        "/cases/case-1/photographs/%252e%252e%252fmaster.key",
        "/cases/case-1/photographs/../../../master.key",
        "/cases/case-1/photographs/master.key%00.jpg",
        "/respondents/..%2f..%2fmaster.key/0.jpg",
        "/cameras/..%2f..%2fmaster.key.jpg",
        "/webjars/..%2f..%2forg/haetae/console/words/words_en.properties",
        "/webjars/../org/haetae/console/words/words_en.properties",
        "/..;/org/haetae/console/words/words_en.properties",
        "/console-static/../org/haetae/console/Console.class",
        "//etc/passwd"
      })
  void noPathLeadsOutOfItsFolder(String path) throws Exception {
    byte[] key = Files.readAllBytes(place.resolve("master.key"));
    try (Browser officer = house.officer()) {
      URI at = officer.to("/").build().uri();
      byte[] answer = raw(at, path, house.session("officer-lim"));
      String text = new String(answer, StandardCharsets.ISO_8859_1);
      assertTrue(text.matches("(?s)HTTP/1.1 (400|404|303) .*"), text);
      assertFalse(text.contains(new String(key, StandardCharsets.ISO_8859_1)));
      assertFalse(text.contains("problem.") || text.contains("root:"), text);
    }
  }

  private static byte[] raw(URI at, String path, String session) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), at.getPort())) {
      socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
      OutputStream out = socket.getOutputStream();
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nCookie: haetae-session=%s\r\nConnection: close\r\n\r\n"
              .formatted(path, at.getAuthority(), session);
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return socket.getInputStream().readAllBytes();
    }
  }

  /** Each text that a form takes is shown as text, on every page that shows it. */
  @Test
  void whateverIsTypedAnywhereIsShownAsText() throws Exception {
    String typed = Hostile.MARKUP;
    List<String> taken = new ArrayList<>();
    try (Browser supervisor = house.browser("supervisor-oh", "en")) {
      var incident = house.live.comes(Severity.WARNING);
      Map<String, Map<String, String>> forms = new HashMap<>();
      forms.put(CASE + "/people", Map.of("name", typed, "address", typed, "phones", typed));
      forms.put(CASE + "/people/respondent-of-case-1", Map.of("name", typed, "address", typed));
      forms.put(CASE + "/risk", Map.of("stalking", "YES", "note", typed));
      forms.put(CASE + "/grade", Map.of("to", "HIGH", "reason", typed));
      forms.put(CASE + "/refusal", Map.of("reason", typed));
      forms.put("/emergency", Map.of("case", "case-2", "reason", typed));
      forms.put(
          "/watches/stations/jongno", Map.of("serial", "W-9", "model", typed, "firmware", typed));
      forms.put("/watches/stations/jongno/W-2/lost", Map.of("reason", typed));
      forms.put("/watchlist/order-1/suspend", Map.of("reason", typed));
      forms.put("/users/officer-lim/token", Map.of("label", typed, "SITE", "yes", "days", "9"));
      forms.put(CASE + "/support", Map.of("service", "smile-center", "note", typed));
      forms.forEach(
          (path, form) -> {
            try {
              int status = supervisor.post(path, form).statusCode();
              if (status < 400) {
                taken.add(path);
              }
            } catch (Exception e) {
              throw new AssertionError(path, e);
            }
          });
      String at = "/api/incidents/" + incident.id();
      assertEquals(200, step(supervisor, at + "/acknowledge", "{}"));
      String outcome = "{\"outcome\":\"<script>ran()</script>\"}";
      assertEquals(200, step(supervisor, at + "/resolve", outcome));
      assertTrue(taken.size() >= 7, taken.toString());
      List<String> open = new ArrayList<>(List.of("/wall", "/incidents", "/watchlist", "/users"));
      open.addAll(List.of("/people?q=script", "/emergency", "/incidents/" + incident.id()));
      int shown = 0;
      for (int i = 0; i < open.size() && i < 200; i++) {
        String page = supervisor.get(open.get(i)).body();
        assertFalse(page.contains("<script>ran") || page.contains("<img src=x"), open.get(i));
        shown += page.contains("&lt;script>ran") || page.contains("&lt;script&gt;ran") ? 1 : 0;
        Browser.links(page).stream().filter(one -> !open.contains(one)).forEach(open::add);
      }
      assertTrue(shown >= 5, "it was shown on %d pages".formatted(shown));
    }
    try (Browser auditor = house.browser("auditor-ji", "en")) {
      assertFalse(auditor.get("/audit").body().contains("<script>ran"));
    }
  }

  private static int step(Browser browser, String path, String body) throws Exception {
    return browser
        .send(
            browser
                .to(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build())
        .statusCode();
  }

  /**
   * One comparison for each try, and the same words and waits: nothing tells who has an account.
   */
  @Test
  void neitherTimeNorWordsTellWhoHasAnAccount() throws Exception {
    try (Browser stranger = house.browser("", "en")) {
      UserId known = new UserId("officer-lim");
      String link =
          "/welcome/"
              + AccountDesk.invite(house.store, known, SessionRule.standard(), house.now.get())
                  .secret();
      Matcher secret =
          Pattern.compile("class=\"secret\">([A-Z2-7]+)<").matcher(stranger.get(link).body());
      assertTrue(secret.find());
      String password = "a long pass phrase";
      String code = new OneTimeCode().at(Base32.bytes(secret.group(1)), house.now.get());
      assertEquals(
          303,
          stranger
              .post(link, Map.of("password", password, "again", password, "code", code))
              .statusCode());
      for (int turn = 0; turn < 7; turn++) {
        List<String> answers = new ArrayList<>();
        for (String name : List.of("officer-lim", "nobody-here", "operator-na")) {
          int before = house.passwords.compared().get();
          HttpResponse<String> answer =
              stranger.post("/sign-in", Map.of("user", name, "password", "x", "code", "1"));
          assertEquals(403, answer.statusCode());
          assertEquals(before + 1, house.passwords.compared().get(), name);
          answers.add(answer.body().replace(name, "NAME"));
        }
        assertEquals(answers.get(0), answers.get(1), "turn " + turn);
        assertEquals(answers.get(0), answers.get(2), "turn " + turn);
      }
    }
  }
}
