package org.haetae.console.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.audit.AuditAct;
import org.haetae.casework.audit.AuditNote;
import org.haetae.casework.store.Owner;
import org.haetae.console.Browser;
import org.haetae.console.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A supervisor holds and lifts, and answers who asks what is kept; nobody else does. */
class KeepingPagesTest {
  private static final String CASE = "/cases/" + House.CASE;
  private static final Map<String, String> HOLD =
      Map.of("kind", "CASE", "id", House.CASE.value(), "reason", "asked for by <b>a court</b>");
  private static final Map<String, String> LIFT =
      Map.of("kind", "CASE", "id", House.CASE.value(), "sure", "yes");

  @TempDir Path place;
  private House house;
  private Browser supervisor;

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
    supervisor = house.browser("supervisor-oh", "en");
  }

  @AfterEach
  void close() {
    supervisor.close();
    house.close();
  }

  private static Map<String, String> with(Map<String, String> form, String field, String value) {
    Map<String, String> changed = new HashMap<>(form);
    changed.put(field, value);
    return changed;
  }

  private String page() throws Exception {
    HttpResponse<String> answer = supervisor.get("/holds");
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private boolean isHeld() {
    return house.store.read(in -> in.holds().held()).contains(Owner.of(House.CASE));
  }

  private List<AuditNote> trail(AuditAct act) {
    return house.store.read(in -> in.audit().after(0, 9999)).stream()
        .map(record -> record.entry().note())
        .filter(note -> note.act() == act)
        .toList();
  }

  @Test
  void aHoldIsPlacedShownAndLiftedOnceSomebodyIsSure() throws Exception {
    assertTrue(page().contains("Nothing is held"));
    assertEquals(303, supervisor.post("/holds", HOLD).statusCode());
    String held = page();
    assertTrue(held.contains("asked for by &lt;b&gt;a court&lt;/b&gt;"), held);
    assertTrue(held.contains("supervisor-oh") && held.contains("2026-11-26 10:00"), held);
    assertTrue(held.contains("href=\"" + CASE + "\""), held);
    assertFalse(held.contains("Holds that were lifted"), held);

    HttpResponse<String> slip = supervisor.post("/holds/lift", with(LIFT, "sure", ""));
    assertEquals(400, slip.statusCode());
    assertTrue(slip.body().contains("Tick that the hold may end"), slip.body());
    assertTrue(isHeld());

    assertEquals(303, supervisor.post("/holds/lift", LIFT).statusCode());
    assertFalse(isHeld());
    String lifted = page();
    assertTrue(lifted.contains("Nothing is held"), lifted);
    assertTrue(lifted.contains("Holds that were lifted"), lifted);
    assertEquals(409, supervisor.post("/holds/lift", LIFT).statusCode());
    assertEquals(
        List.of("supervisor-oh held", "supervisor-oh hold lifted"),
        trail(AuditAct.WRITE).stream()
            .filter(note -> note.detail().startsWith("held") || note.detail().startsWith("hold "))
            .map(note -> note.actor().name() + " " + note.detail())
            .toList());
    assertTrue(
        trail(AuditAct.READ).stream()
            .anyMatch(
                note ->
                    note.detail().equals("GET /holds")
                        && note.subject().id().equals(House.CASE.value())),
        "who read why it is held is written down");
  }

  @Test
  void whatCannotBeHeldIsRefusedInASentence() throws Exception {
    assertEquals(303, supervisor.post("/holds", HOLD).statusCode());
    for (Map<String, String> wrong :
        List.of(
            HOLD,
            with(HOLD, "id", "case-none"),
            with(HOLD, "id", "../x"),
            with(HOLD, "kind", "ORDER"),
            with(HOLD, "kind", "RESPONDENT"),
            with(HOLD, "kind", "HOUSE"),
            with(HOLD, "kind", "none"),
            with(with(HOLD, "id", House.FOREIGN.value()), "reason", "because"),
            with(with(HOLD, "id", House.FOREIGN.value()), "reason", "x".repeat(1001)),
            Map.<String, String>of())) {
      HttpResponse<String> answer = supervisor.post("/holds", wrong);
      assertTrue(answer.statusCode() == 400 || answer.statusCode() == 409, answer.body());
      assertTrue(answer.body().contains("class=\"refused\""), answer.body());
    }
    assertEquals(1, house.store.read(in -> in.holds().held()).size());
    String asked = supervisor.get("/holds?case=%22%3E%3Cb%3E").body();
    assertFalse(asked.contains("\"><b>"), asked);
  }

  @ParameterizedTest
  @CsvSource({"officer-lim", "operator-na", "engineer-mo", "auditor-ji"})
  void nobodyElseHoldsOrAnswers(String user) throws Exception {
    assertEquals(303, supervisor.post("/holds", HOLD).statusCode());
    try (Browser browser = house.browser(user, "en")) {
      assertEquals(403, browser.get("/holds").statusCode());
      assertEquals(403, browser.post("/holds", with(HOLD, "id", "case-2")).statusCode());
      assertEquals(403, browser.post("/holds/lift", LIFT).statusCode());
      assertEquals(403, browser.post(CASE + "/kept", Map.of()).statusCode());
      for (String page : List.of(CASE, CASE + "/people")) {
        String body = browser.get(page).body();
        assertFalse(body.contains("/holds") || body.contains("/kept"), body);
      }
    }
    assertTrue(isHeld());
    assertEquals(List.of(), trail(AuditAct.EXPORT));
  }

  @Test
  void whoAsksWhatIsKeptIsGivenAFileOfWhatTheyMayRead() throws Exception {
    String names = CASE + "/people";
    String respondent = "respondent-of-" + House.CASE;
    for (Map.Entry<String, String> one :
        Map.of(names, "Yun Sora", names + "/" + respondent, "Han Dok").entrySet()) {
      assertEquals(303, supervisor.post(one.getKey(), Map.of("name", one.getValue())).statusCode());
    }
    String page = supervisor.get(names).body();
    assertTrue(Browser.links(page).contains(CASE + "/kept"), page);
    assertTrue(Browser.links(page).contains(CASE + "/kept/" + respondent), page);

    HttpResponse<String> hers = supervisor.post(CASE + "/kept", Map.of());
    assertEquals(200, hers.statusCode(), hers.body());
    assertEquals(
        Optional.of("attachment; filename=\"kept.json\""),
        hers.headers().firstValue("Content-Disposition"));
    assertEquals(Optional.of("no-store"), hers.headers().firstValue("Cache-Control"));
    assertTrue(hers.body().contains("Yun Sora"), hers.body());
    assertFalse(hers.body().contains("Han Dok") || hers.body().contains(respondent), hers.body());

    String his = supervisor.post(CASE + "/kept/" + respondent, Map.of()).body();
    assertTrue(his.contains("Han Dok"), his);
    assertFalse(his.contains("Yun Sora") || his.contains("person-1"), his);
    assertFalse(his.replace(respondent, "").contains(House.CASE.value()), his);

    String foreign = CASE + "/kept/respondent-of-" + House.FOREIGN;
    assertEquals(404, supervisor.post(foreign, Map.of()).statusCode());
    assertEquals(404, supervisor.post("/cases/none/kept", Map.of()).statusCode());
    assertEquals(
        List.of(House.CASE.value(), respondent),
        trail(AuditAct.EXPORT).stream()
            .filter(note -> note.actor().name().equals("supervisor-oh"))
            .map(note -> note.subject().id())
            .toList());
  }
}
