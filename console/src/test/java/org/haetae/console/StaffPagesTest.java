package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.Staff;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users, machines, and cases that are opened in an emergency. */
class StaffPagesTest {
  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([^<]+)<");
  private static final String FOREIGN = "/cases/case-2";
  private static final Map<String, String> REASON =
      Map.of("case", "case-2", "reason", "she screams at the telephone");

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

  private Optional<Role> role(String user) {
    return house.office.<Staff>look(files -> files.staff(new UserId(user))).role();
  }

  private static String secret(HttpResponse<String> answer) {
    Matcher found = SECRET.matcher(answer.body());
    assertTrue(found.find(), answer.body());
    return found.group(1);
  }

  @Test
  void somebodyNewIsPostedInvitedAndLeaves() throws Exception {
    Map<String, String> post = Map.of("user", "new-kim", "role", "OPERATOR", "station", "jongno");
    assertEquals(303, supervisor.post("/users", post).statusCode());
    assertEquals(Optional.of(Role.OPERATOR), role("new-kim"));
    String link = secret(supervisor.post("/users/new-kim/invite", Map.of()));
    assertTrue(link.matches("http://127.0.0.1:\\d+/welcome/\\S+"), link);
    assertFalse(supervisor.get("/users").body().contains("welcome/"), "shown once");
    String session = house.session("new-kim");
    try (Browser kim = house.with(session)) {
      assertEquals(200, kim.get("/wall").statusCode());
      assertEquals(303, supervisor.post("/users/new-kim/leave", Map.of()).statusCode());
      assertEquals(303, kim.get("/wall").statusCode(), "the session ends with the role");
    }
    assertEquals(404, supervisor.post("/users/new-kim/invite", Map.of()).statusCode());
    assertEquals(404, supervisor.post("/users/nobody/invite", Map.of()).statusCode());
  }

  @Test
  void nobodyRaisesThemselves() throws Exception {
    Map<String, String> self =
        Map.of("user", "supervisor-oh", "role", "AUDITOR", "station", "jongno");
    assertEquals(409, supervisor.post("/users", self).statusCode());
    assertEquals(409, supervisor.post("/users/supervisor-oh/leave", Map.of()).statusCode());
    assertEquals(Optional.of(Role.SUPERVISOR), role("supervisor-oh"));
    for (String user : new String[] {"officer-lim", "operator-na", "engineer-mo", "auditor-ji"}) {
      try (Browser other = house.browser(user, "en")) {
        assertEquals(403, other.get("/users").statusCode(), user);
        Map<String, String> up = Map.of("user", user, "role", "SUPERVISOR", "station", "jongno");
        assertEquals(403, other.post("/users", up).statusCode(), user);
        assertEquals(403, other.post("/users/officer-far/invite", Map.of()).statusCode(), user);
      }
    }
  }

  @Test
  void aMachinesTokenIsGoodForWhatItWasMadeForUntilItIsEnded() throws Exception {
    String at = "/users/operator-na/token";
    assertEquals(400, supervisor.post(at, Map.of("label", "x", "days", "9")).statusCode());
    Map<String, String> ticked = Map.of("label", "wall <2>", "days", "9", "INCIDENTS", "yes");
    assertEquals(
        400,
        supervisor.post(at, Map.of("label", "x", "days", "9999", "INCIDENTS", "yes")).statusCode());
    String token = secret(supervisor.post(at, ticked));
    assertEquals(200, asked("/api/incidents", token));
    assertEquals(403, asked("/api/site", token));
    String users = supervisor.get("/users").body();
    assertTrue(users.contains("wall &lt;2&gt;"), users);
    Matcher end = Pattern.compile("/users/tokens/[^/]+/end").matcher(users);
    assertTrue(end.find(), users);
    assertEquals(303, supervisor.post(end.group(), Map.of()).statusCode());
    assertEquals(401, asked("/api/incidents", token));
  }

  private int asked(String path, String token) throws Exception {
    try (Browser machine = house.browser("", "en")) {
      return machine
          .send(machine.to(path).header("Authorization", "Bearer " + token).build())
          .statusCode();
    }
  }

  @Test
  void anEmergencyOpensACaseForAnHourAndASupervisorHearsOfIt() throws Exception {
    try (Browser officer = house.officer()) {
      assertEquals(404, officer.get(FOREIGN).statusCode());
      assertEquals(
          409, officer.post("/emergency", Map.of("case", "case-2", "reason", "x")).statusCode());
      assertEquals(404, officer.get(FOREIGN).statusCode());
      assertEquals(303, officer.post("/emergency", REASON).statusCode());
      assertEquals(200, officer.get(FOREIGN).statusCode());
      assertFalse(officer.get("/emergency").body().contains("she screams"), "the supervisor's");
      assertEquals(403, officer.post("/emergency/1/seen", Map.of()).statusCode());
      assertTrue(supervisor.get("/emergency").body().contains("she screams"));
      assertEquals(303, supervisor.post("/emergency/1/seen", Map.of()).statusCode());
      assertEquals(409, supervisor.post("/emergency/1/seen", Map.of()).statusCode());
      assertFalse(supervisor.get("/emergency").body().contains("she screams"));
      house.now.updateAndGet(now -> now.plus(Duration.ofMinutes(59)));
      assertEquals(200, officer.get(FOREIGN).statusCode());
      house.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    }
    try (Browser later = house.officer()) {
      assertEquals(404, later.get(FOREIGN).statusCode());
    }
  }

  @Test
  void noCaseIsOpenedThatIsNotThereAndNoneForWhoNeedsNone() throws Exception {
    try (Browser officer = house.officer();
        Browser operator = house.browser("operator-na", "en")) {
      Map<String, String> none = Map.of("case", "case-9", "reason", "she screams at me");
      assertEquals(404, officer.post("/emergency", none).statusCode());
      assertEquals(403, operator.post("/emergency", REASON).statusCode());
      assertEquals(403, operator.get(FOREIGN).statusCode());
    }
  }
}
