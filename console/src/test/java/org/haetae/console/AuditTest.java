package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.Scope;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditRecord;
import org.haetae.casework.audit.ChainCheck;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the console writes into the audit trail, and who reads it. */
class AuditTest {
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

  /** Entries that came after {@code number}. */
  private List<String> since(long number) {
    return house.store.read(in -> in.audit().after(number, 10_000)).stream()
        .map(AuditRecord::entry)
        .map(
            entry ->
                "%s %s %s %s%s [%s]"
                    .formatted(
                        entry.note().actor().name(),
                        entry.note().act(),
                        entry.note().subject().kind(),
                        entry.note().subject().id(),
                        entry.note().within().map(whole -> " of " + whole.id()).orElse(""),
                        entry.note().detail()))
        .toList();
  }

  private long last() {
    return house.store.read(in -> in.audit().head()).orElseThrow().number();
  }

  private void sql(String... statements) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + place.resolve("haetae.db"));
        Statement sql = db.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/cases/case-1, GET /cases/{id}",
    "/cases/case-1/risk, GET /cases/{id}/risk",
    "/cases/case-1/watch, GET /cases/{id}/watch",
    "/cases/case-1/inspection, GET /cases/{id}/inspection",
    "/cases/case-1/support, GET /cases/{id}/support",
    "/cover, GET /cover"
  })
  void whoReadsACaseIsWrittenDown(String path, String asked) throws Exception {
    try (Browser browser = house.officer()) {
      long before = last();
      assertEquals(200, browser.get(path).statusCode());
      assertEquals(List.of("officer-lim READ CASE case-1 [%s]".formatted(asked)), since(before));
      assertEquals(
          Optional.of(Role.OFFICER),
          house
              .store
              .read(in -> in.audit().after(before, 1))
              .getFirst()
              .entry()
              .note()
              .actor()
              .role());
    }
  }

  @Test
  void whoReadsAListIsWrittenDownWithAllThatAreOnIt() throws Exception {
    try (Browser browser = house.browser("supervisor-oh", "en")) {
      long before = last();
      assertEquals(200, browser.get("/cover").statusCode());
      List<String> told = since(before);
      assertEquals(1, told.size(), told::toString);
      assertTrue(
          told.getFirst().startsWith("supervisor-oh READ LIST GET /cover ["), told.getFirst());
      assertTrue(told.getFirst().contains("case-1") && told.getFirst().contains("case-2"));
    }
  }

  @Test
  void aPageOfAPersonalPartLeavesAnEntryEvenIfItNamesNobody() throws Exception {
    try (Browser browser = house.officer()) {
      long before = last();
      for (String path :
          List.of("/releases", "/watches", "/watches/stations/jongno", "/planning")) {
        assertEquals(200, browser.get(path).statusCode());
      }
      assertEquals(
          List.of(
              "officer-lim READ PART /releases [GET /releases]",
              "officer-lim READ PART /watches [GET /watches]",
              "officer-lim READ PART /watches/stations/{station} [GET"
                  + " /watches/stations/{station}]"),
          since(before));
    }
  }

  @Test
  void whatIsPostedLeavesItsDeedAndAnAnswerInPlaceLeavesAReading() throws Exception {
    try (Browser browser = house.officer()) {
      long before = last();
      assertEquals(
          303, browser.post("/cases/case-1/watch", Map.of("station", "jongno")).statusCode());
      List<String> told = since(before);
      assertTrue(told.stream().allMatch(one -> one.contains(" WRITE ")), told::toString);
      assertTrue(told.getFirst().startsWith("officer-lim WRITE CASE case-1 [RequestFact."));
      long then = last();
      assertEquals(200, browser.post("/cases/case-1/risk/standing", Map.of()).statusCode());
      assertEquals(
          List.of("officer-lim READ CASE case-1 [POST /cases/{id}/risk/standing]"), since(then));
    }
  }

  @Test
  void aPhotographIsWrittenDownWhenItIsSealedAndWhenItIsSeen() throws Exception {
    String name =
        house
            .desks
            .photographs()
            .seal(
                House.CASE,
                new byte[] {1, 2},
                new Deed(new Actor(new UserId("officer-lim"), Role.OFFICER), house.now.get()));
    assertEquals(
        "officer-lim WRITE PHOTOGRAPH %s of case-1 [sealed]".formatted(name),
        since(last() - 1).getFirst());
    try (Browser browser = house.officer()) {
      long before = last();
      assertEquals(200, browser.bytes("/cases/case-1/photographs/" + name).statusCode());
      String asked = "GET /cases/{id}/photographs/{name}";
      assertEquals(
          List.of(
              "officer-lim READ CASE case-1 [%s]".formatted(asked),
              "officer-lim READ PHOTOGRAPH %s of case-1 [%s]".formatted(name, asked)),
          since(before));
    }
  }

  @Test
  void whatIsRefusedIsWrittenDown() throws Exception {
    try (Browser officer = house.officer();
        Browser operator = house.browser("operator-na", "en")) {
      long before = last();
      assertEquals(404, officer.get("/cases/case-2").statusCode());
      assertEquals(404, officer.post("/cases/case-9/risk", Map.of()).statusCode());
      assertEquals(403, operator.get("/cases/case-1").statusCode());
      assertEquals(403, operator.get("/releases").statusCode());
      assertEquals(
          List.of(
              "officer-lim REFUSED CASE case-2 [GET /cases/{id}: isn't there for this user]",
              "officer-lim REFUSED CASE case-9 [POST /cases/{id}/risk: isn't there for this user]",
              "operator-na REFUSED CASE case-1 [GET /cases/{id}: by the role]",
              "operator-na REFUSED PART /releases [GET /releases: by the role]"),
          since(before));
    }
  }

  /** The database takes nothing any more, or the end of the trail is gone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM audit_head",
        """
        CREATE TRIGGER full BEFORE INSERT ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'no room'); END\
        """
      })
  void whatCanNotBeWrittenDownIsNotShown(String fault) throws Exception {
    String photograph =
        house
            .desks
            .photographs()
            .seal(
                House.CASE,
                new byte[] {1, 2},
                new Deed(new Actor(new UserId("officer-lim"), Role.OFFICER), house.now.get()));
    try (Browser officer = house.officer()) {
      assertEquals(200, officer.get("/cases/case-1").statusCode());
      sql(fault);
      for (String path :
          List.of(
              "/cover",
              "/wall",
              "/cases/case-1",
              "/cases/case-1/risk",
              "/cases/case-1/support",
              "/releases",
              "/cases/case-2",
              "/cases/case-1/photographs/" + photograph)) {
        HttpResponse<String> answer = officer.get(path);
        assertEquals(503, answer.statusCode(), path);
        assertFalse(answer.body().contains("person-1"), path);
        assertFalse(answer.body().contains("\u0001\u0002"), path);
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
      }
      assertEquals(200, officer.get("/planning").statusCode());
      assertEquals(
          503, officer.post("/cases/case-1/watch", Map.of("station", "jongno")).statusCode());
      assertEquals(List.of(), house.file().requests());
    }
  }

  @Test
  void aMachineIsToldFromItsUser() throws Exception {
    String token =
        AccountDesk.machine(
                house.store,
                new UserId("supervisor-oh"),
                Optional.of(Role.SUPERVISOR),
                Set.of(Scope.CUSTODY),
                "custody",
                Duration.ofDays(1),
                house.now.get())
            .secret();
    long before = last();
    try (Browser machine = house.browser("", "en")) {
      HttpResponse<String> answer =
          machine.send(
              machine
                  .to("/api/custody")
                  .header("Authorization", "Bearer " + token)
                  .POST(
                      BodyPublishers.ofString(
                          """
                          [{"key": "k-1", "respondent": "respondent-of-case-1", "kind": "released",
                            "effective": "2026-11-26T09:00+09:00"}]\
                          """))
                  .build());
      assertEquals(200, answer.statusCode(), answer.body());
    }
    List<AuditRecord> told = house.store.read(in -> in.audit().after(before, 99));
    assertTrue(told.size() >= 2, told::toString);
    assertTrue(
        told.stream()
            .map(record -> record.entry().note())
            .allMatch(note -> note.actor().toString().equals("a machine of supervisor-oh")),
        told::toString);
  }

  @Test
  void theAuditorReadsTheTrailAndNothingElse() throws Exception {
    try (Browser officer = house.officer();
        Browser auditor = house.browser("auditor-ji", "en")) {
      assertEquals(200, officer.get("/cases/case-1/support").statusCode());
      String page = auditor.get("/audit").body();
      assertTrue(page.contains("GET /cases/{id}/support"), page);
      assertTrue(page.contains("The chain is whole up to entry"), page);
      assertTrue(page.contains("No checkpoint has been signed yet"), page);
      assertFalse(page.contains("person-1"));
      for (String path : List.of("/cases/case-1", "/releases", "/watches", "/planning")) {
        assertEquals(403, auditor.get(path).statusCode(), path);
      }
      assertEquals("/audit", auditor.get("/").headers().firstValue("Location").orElse(""));
      assertTrue(Browser.links(page).contains("/audit"));
      for (String other : List.of("officer-lim", "supervisor-oh", "operator-na", "engineer-mo")) {
        try (Browser browser = house.browser(other, "en")) {
          assertEquals(403, browser.get("/audit").statusCode(), other);
          assertFalse(Browser.links(browser.get("/cameras").body()).contains("/audit"), other);
        }
      }
      List<String> told = since(0);
      assertTrue(told.contains("auditor-ji READ PART /audit [GET /audit]"), told::toString);
      assertTrue(told.contains("supervisor-oh REFUSED PART /audit [GET /audit: by the role]"));
    }
  }

  @Test
  void theTrailIsSearchedAndTurnedOver() throws Exception {
    try (Browser officer = house.officer();
        Browser auditor = house.browser("auditor-ji", "ko")) {
      for (int i = 0; i < 105; i++) {
        assertEquals(200, officer.get("/cases/case-1/support").statusCode());
      }
      String own = auditor.get("/audit?user=officer-lim&about=case-1").body();
      assertEquals(101, own.split("<tr>", -1).length - 1);
      assertTrue(own.contains("담당 경찰관"), own);
      String older =
          Browser.links(own).stream()
              .filter(link -> link.contains("before="))
              .findFirst()
              .orElseThrow();
      String rest = auditor.get(older.replace("&amp;", "&")).body();
      assertEquals(6, rest.split("<tr>", -1).length - 1);
      assertFalse(rest.contains("before="));
      assertFalse(auditor.get("/audit?user=supervisor-oh").body().contains(">officer-lim"));
      assertTrue(auditor.get("/audit?until=2020-01-01").body().contains("그런 기록이 없습니다"));
      for (String bad : List.of("from=yesterday", "before=x", "user=" + "x".repeat(201))) {
        assertEquals(400, auditor.get("/audit?" + bad).statusCode(), bad);
      }
      String hostile = auditor.get("/audit?user=%22%3E%3Cscript%3E").body();
      assertFalse(hostile.contains("<script>"), hostile);
    }
  }

  @Test
  void aChangeByHandIsSeenOnThePage() throws Exception {
    sql(
        "DROP TRIGGER audit_entry_no_update",
        "UPDATE audit_entry SET detail = 'nothing' WHERE number = 2");
    try (Browser auditor = house.browser("auditor-ji", "en")) {
      String page = auditor.get("/audit").body();
      assertTrue(page.contains("role=\"alert\""), page);
      assertTrue(page.contains("entry 2 was changed after it was written"), page);
    }
  }

  /** Signing in, wrongly and rightly, and out again; what an unknown name was isn't kept. */
  @Test
  void whoComesAndGoesIsWrittenDown() throws Exception {
    UserId lim = new UserId("officer-lim");
    long before = last();
    String session = house.session("officer-lim");
    try (Browser browser = house.with(session);
        Browser stranger = house.browser("", "en")) {
      Map<String, String> wrong =
          Map.of("user", "a-password-typed-here", "password", "x", "code", "000000");
      assertEquals(403, stranger.post("/sign-in", wrong).statusCode());
      assertEquals(303, browser.post("/sign-out", Map.of()).statusCode());
    }
    assertEquals(
        List.of(
            "haetae INVITE USER officer-lim [to come in once without a password]",
            "officer-lim SIGN_IN USER officer-lim []",
            "nobody SIGN_IN_FAILED USER unknown []",
            "officer-lim SIGN_OUT USER officer-lim []"),
        since(before));
    String late = house.session(lim.value());
    house.now.updateAndGet(now -> now.plus(Duration.ofHours(13)));
    try (Browser browser = house.with(late)) {
      assertEquals(303, browser.get("/").statusCode());
    }
    assertEquals(
        "haetae SESSION_END USER officer-lim [its time is over]", since(last() - 1).getFirst());
  }

  @Test
  void theWholeTrailOfAHouseIsOneChain() throws Exception {
    try (Browser browser = house.officer()) {
      assertEquals(200, browser.get("/cases/case-1").statusCode());
    }
    ChainCheck check = ChainCheck.fromTheBeginning();
    house.store.read(in -> in.audit().links(0, 100_000)).forEach(check::take);
    assertEquals(List.of(), check.end());
    assertEquals(last(), check.last());
    assertTrue(
        house.store.read(in -> in.audit().after(0, 100_000)).stream()
            .anyMatch(record -> record.entry().note().act() == AuditAct.WRITE));
  }
}
