package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.haetae.casework.risk.Question;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.casework.watch.WatchState;
import org.haetae.console.words.Words;
import org.haetae.domain.id.WatchSerial;
import org.haetae.domain.order.RiskGrade;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final String CASE = "/cases/case-1";
  private static final List<String> PAGES =
      List.of(
          "/wall",
          "/incidents",
          "/cameras",
          "/watchlist",
          "/evaluation",
          "/cover",
          "/emergency",
          "/watches",
          "/watches/stations/jongno",
          "/releases",
          "/planning",
          CASE,
          CASE + "/risk",
          CASE + "/watch",
          CASE + "/inspection",
          CASE + "/support",
          CASE + "/people",
          "/people");

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

  private static String ok(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private static void done(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
  }

  private static void refused(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("class=\"refused\""), answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "en"})
  void everyLinkOfEveryPageLeadsSomewhere(String language) throws Exception {
    try (Browser browser = house.browser("officer-lim", language)) {
      LivedCase.by(browser).forEach(PagesTest::done);
      Deque<String> open = new ArrayDeque<>(List.of("/cover"));
      Set<String> seen = new HashSet<>();
      while (!open.isEmpty()) {
        String path = open.pop();
        if (seen.add(path)) {
          HttpResponse<String> answer = browser.get(path);
          assertTrue(Set.of(200, 404, 405).contains(answer.statusCode()), path);
          if (answer.statusCode() == 200 && answer.body().startsWith("<!doctype html>")) {
            assertTrue(answer.body().contains("<html lang=\"" + language), path);
            assertTrue(answer.body().length() < 100_000, path);
            open.addAll(Browser.links(answer.body()));
          }
        }
      }
      assertTrue(seen.containsAll(PAGES), new TreeSet<>(seen) + " lacks some of " + PAGES);
      for (String page : PAGES) {
        ok(browser.get(page));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "operator-na, /wall /incidents /cameras",
    "engineer-mo, /cameras /evaluation",
    "auditor-ji, ''",
  })
  void whoLeadsNoCaseOpensNone(String user, String open) throws Exception {
    try (Browser browser = house.browser(user, "en")) {
      for (String page : PAGES) {
        if (List.of(open.split(" ")).contains(page)) {
          assertFalse(ok(browser.get(page)).contains("href=\"/cases"));
        } else {
          refused(403, browser.get(page));
        }
      }
      refused(403, browser.post(CASE + "/risk", Map.of("stalking", "YES")));
      String again = Words.of("en", ZoneOffset.UTC).text("problem.back");
      assertTrue(browser.post(CASE + "/risk", Map.of("stalking", "YES")).body().contains(again));
      assertFalse(browser.get(CASE).body().contains(again), "nothing was sent");
      assertEquals(Optional.empty(), house.file().risk().grade());
    }
  }

  @Test
  void anotherStationsCaseIsNotThere() throws Exception {
    try (Browser browser = house.officer()) {
      refused(404, browser.get("/cases/case-2"));
      refused(404, browser.get("/cases/case-9"));
      refused(404, browser.post("/cases/case-2/risk", Map.of()));
      assertFalse(ok(browser.get("/cover")).contains("person-2"));
    }
    try (Browser supervisor = house.browser("supervisor-oh", "en")) {
      String page = ok(supervisor.get("/cover"));
      assertTrue(page.contains("person-1") && page.contains("person-2"));
    }
  }

  @Test
  void whoIsNotSignedInIsAskedTo() throws Exception {
    try (Browser stranger = house.browser("", "en");
        Browser forger = house.with("officer-lim")) {
      for (Browser browser : List.of(stranger, forger)) {
        for (String page : PAGES) {
          HttpResponse<String> answer = browser.get(page);
          assertEquals(303, answer.statusCode(), page);
          assertEquals("/sign-in", answer.headers().firstValue("Location").orElseThrow());
          assertFalse(answer.body().contains("person"));
        }
      }
      assertEquals(401, stranger.post("/api/custody", Map.of()).statusCode());
    }
  }

  @Test
  void whatComesFromAnotherPageIsRefused() throws Exception {
    try (Browser browser = house.officer()) {
      for (String[] header :
          new String[][] {
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "none"},
            {"Origin", "http://evil.example"}
          }) {
        refused(
            403,
            browser.send(
                browser
                    .to(CASE + "/watch")
                    .header(header[0], header[1])
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("station=jongno"))
                    .build()));
      }
      assertEquals(List.of(), house.file().requests());
      String policy =
          browser.get("/cover").headers().firstValue("Content-Security-Policy").orElseThrow();
      assertTrue(policy.startsWith("default-src 'none'") && !policy.contains("unsafe"), policy);
    }
  }

  @Test
  void theChecklistSaysWhatItAmountsToBeforeItIsWrittenDown() throws Exception {
    try (Browser browser = house.officer()) {
      Map<String, String> answers = new HashMap<>();
      house.plan.checklist().questions().forEach(one -> answers.put(one.id(), "NO"));
      Question grave = grave();
      answers.put(grave.id(), "UNKNOWN");
      String standing = ok(browser.post(CASE + "/risk/standing", answers));
      assertTrue(standing.contains("low to " + words(grave.atLeast().orElseThrow())), standing);
      assertTrue(standing.contains(grave.english()), standing);
      assertEquals(Optional.empty(), house.file().risk().grade());

      done(browser.post(CASE + "/risk", answers));
      assertEquals(grave.atLeast(), house.file().risk().grade());
      refused(400, browser.post(CASE + "/risk", Map.of(grave.id(), "PERHAPS")));
      refused(409, browser.post(CASE + "/grade", Map.of("to", "LOW", "reason", "calm")));
    }
    try (Browser supervisor = house.browser("supervisor-oh", "en")) {
      refused(400, supervisor.post(CASE + "/grade", Map.of("to", "LOW", "reason", " ")));
      done(supervisor.post(CASE + "/grade", Map.of("to", "LOW", "reason", "calm")));
      assertEquals(Optional.of(RiskGrade.LOW), house.file().risk().grade());
    }
  }

  /** A question that lifts the grade alone. */
  private Question grave() {
    return house.plan.checklist().questions().stream()
        .filter(question -> question.atLeast().isPresent())
        .findFirst()
        .orElseThrow();
  }

  private static String words(RiskGrade grade) {
    return grade.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void aWatchIsAskedForHandedOverAndToldOf() throws Exception {
    try (Browser browser = house.officer()) {
      done(browser.post(CASE + "/watch", Map.of("station", "jongno")));
      String page = ok(browser.get(CASE + "/watch"));
      assertTrue(page.contains("W-1 is kept for it"), page);
      refused(
          409,
          browser.post(
              CASE + "/watch/1/close", Map.of("why", "NONE_AVAILABLE", "reason", "none left")));
      refused(409, browser.post(CASE + "/watch/1/issue", Map.of("identity", "card")));
      done(
          browser.post(
              CASE + "/watch/1/issue",
              Map.of("identity", "card", "fitted", "yes", "test-call", "yes")));
      done(browser.post(CASE + "/watch/1/told", Map.of("what", "HANDED", "proof", "face to face")));
      assertTrue(ok(browser.get(CASE + "/watch")).contains("does not know it"));
      done(browser.post(CASE + "/held/W-1/registered", Map.of("confirmation", "112-77")));
      done(browser.post(CASE + "/held/W-1/worn", Map.of("worn", "yes", "note", "")));
      refused(404, browser.post(CASE + "/held/W-2/lost", Map.of("reason", "x")));
      done(browser.post(CASE + "/held/W-1/returned", Map.of("station", "jongno")));
      WatchRequest request = house.file().request(1);
      assertTrue(request.handed().isPresent());
      assertEquals(WatchState.IN_STOCK, state("W-1"));
    }
  }

  private WatchState state(String serial) {
    return house.office.look(files -> files.watch(new WatchSerial(serial))).orElseThrow().state();
  }

  @Test
  void aStationSendsAWatchAndTheOtherSaysThatItCame() throws Exception {
    try (Browser browser = house.officer()) {
      done(browser.post("/watches/stations/jongno/W-2/send", Map.of("to", "busan")));
      assertTrue(ok(browser.get("/watches/stations/busan")).contains("W-2"));
      done(browser.post("/watches/stations/busan/W-2/arrived", Map.of()));
      done(browser.post("/watches/stations/busan/W-2/repair", Map.of("reason", "strap")));
      assertEquals(WatchState.REPAIR, state("W-2"));
      done(browser.post("/watches/stations/busan/W-2/repaired", Map.of("firmware", "1.5")));
      done(
          browser.post(
              "/watches/stations/busan",
              Map.of("serial", "W-9", "model", "SW-2", "firmware", "1.5")));
      refused(
          400,
          browser.post(
              "/watches/stations/busan",
              Map.of("serial", "../etc", "model", "SW-2", "firmware", "1.5")));
      assertEquals(WatchState.IN_STOCK, state("W-9"));
    }
  }

  @Test
  void supportGoesItsWay() throws Exception {
    try (Browser browser = house.officer()) {
      done(browser.post(CASE + "/support", Map.of("service", "smile-center")));
      refused(409, browser.post(CASE + "/support", Map.of("service", "smile-center")));
      refused(409, browser.post(CASE + "/support/1/started", Map.of()));
      done(browser.post(CASE + "/support/1/accepted", Map.of()));
      done(browser.post(CASE + "/support/1/started", Map.of()));
      refused(400, browser.post(CASE + "/support/1/ended", Map.of("why", "COMPLETED")));
      done(browser.post(CASE + "/support/1/ended", Map.of("why", "COMPLETED", "words", "well")));
      assertTrue(ok(browser.get(CASE)).contains("Support 1 ended, completed: well"));
    }
  }

  @Test
  void aReleaseIsConfirmedByItsCodeOnly() throws Exception {
    try (Browser browser = house.officer()) {
      done(
          browser.post(
              "/releases",
              Map.of(
                  "key", "c-1",
                  "respondent", "respondent-of-case-1",
                  "kind", "ESCAPED",
                  "effective", "2026-11-26T09:00")));
      assertTrue(ok(browser.get("/releases")).contains("escaped"));
      String to = CASE + "/releases/1/PROTECTED_PERSON";
      refused(400, browser.post(to, Map.of("code", "0")));
      done(browser.post(to, Map.of("proof", "said at the door")));
      assertFalse(ok(browser.get("/releases")).contains("PROTECTED_PERSON"));
      refused(
          400,
          browser.post(
              "/releases",
              Map.of("key", "c", "respondent", "r", "kind", "ESCAPED", "effective", "soon")));
    }
  }

  @Test
  void custodyReportsByTheApiAndMayRepeatItself() throws Exception {
    String report =
        """
        [{"key": "k-1", "respondent": "respondent-of-case-1", "kind": "released",
          "effective": "2026-11-26T08:00:00Z"}]\
        """;
    try (Browser browser = house.officer()) {
      for (int time = 0; time < 2; time++) {
        HttpResponse<String> answer = api(browser, report);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(1, house.file().releases().notices().size());
      }
      HttpResponse<String> wrong = api(browser, report.replace("released", "vanished"));
      assertEquals(422, wrong.statusCode());
      assertTrue(wrong.body().contains("\"written\":false"), wrong.body());
      assertEquals(422, api(browser, "{").statusCode());
    }
  }

  private static HttpResponse<String> api(Browser browser, String body) throws Exception {
    return browser.send(
        browser
            .to("/api/custody")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void whatCannotBeReadIsRefusedAndNeverAFault() throws Exception {
    try (Browser browser = house.officer()) {
      for (String path :
          List.of(
              "/cover?skip=many",
              "/cover?skip=99999999999",
              "/planning?share=x",
              "/cases/%3Cb%3E",
              "/watches/stations/..%2Fetc",
              CASE + "/photographs/none")) {
        int status = browser.get(path).statusCode();
        assertTrue(status >= 400 && status < 500, path + " was answered " + status);
      }
      ok(browser.get("/cover?skip=-5"));
      ok(browser.get("/cover?skip=1000"));
      ok(browser.get("/planning?share=500&days=-3"));
      for (String path :
          List.of(
              CASE + "/watch/x/told",
              CASE + "/watch/9/told",
              CASE + "/watch/1/unknown",
              CASE + "/support/0/accepted",
              CASE + "/support/7/unknown",
              CASE + "/releases/4/PROTECTED_PERSON",
              CASE + "/releases/1/NOBODY",
              CASE + "/held/none/lost",
              "/watches/stations/jongno/none/arrived")) {
        int status =
            browser.post(path, Map.of("code", "1", "proof", "x", "what", "x")).statusCode();
        assertTrue(status >= 400 && status < 500, path + " was answered " + status);
      }
    }
  }

  @Test
  void whatIsTypedIsNeverMarkup() throws Exception {
    try (Browser browser = house.officer()) {
      done(
          browser.upload(
              CASE + "/inspection",
              InspectionForm.with("BAD", "the <b>chain</b> is broken"),
              List.of()));
      String page = ok(browser.get(CASE)) + ok(browser.get(CASE + "/inspection"));
      assertTrue(page.contains("the &lt;b&gt;chain&lt;/b&gt; is broken"));
      assertFalse(page.contains("<b>chain"));
    }
  }

  @Test
  void nothingIsLeftRunningAfterTheEnd() throws Exception {
    try (Browser browser = house.officer()) {
      ok(browser.get("/cover"));
    }
    house.close();
    Threads.assertNoneOf("jetty", "Javalin", "JettyServer");
    house = new House(Files.createDirectory(place.resolve("again")));
  }
}
