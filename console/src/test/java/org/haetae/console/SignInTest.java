package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.OneTimeCode;
import org.haetae.casework.account.Scope;
import org.haetae.casework.account.SessionRule;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a link to a session and out again, as a browser and as an attacker. */
class SignInTest {
  private static final UserId LIM = new UserId("officer-lim");
  private static final String PASSWORD = "a long pass phrase";
  private static final Pattern SECRET = Pattern.compile("class=\"secret\">([A-Z2-7]+)<");

  @TempDir Path place;
  private House house;
  private Browser stranger;
  private final OneTimeCode codes = new OneTimeCode();

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
    stranger = house.browser("", "en");
  }

  @AfterEach
  void close() {
    stranger.close();
    house.close();
  }

  private String link() {
    return "/welcome/"
        + AccountDesk.invite(house.store, LIM, SessionRule.standard(), house.now.get()).secret();
  }

  /** What an authenticator app makes of the secret on the page. */
  private byte[] secret(String page) {
    Matcher found = SECRET.matcher(page);
    assertTrue(found.find(), page);
    return Phone.secret(found.group(1));
  }

  private void later(Duration time) {
    house.now.updateAndGet(now -> now.plus(time));
  }

  private Map<String, String> set(byte[] secret) {
    return Map.of(
        "password", PASSWORD, "again", PASSWORD, "code", codes.at(secret, house.now.get()));
  }

  private HttpResponse<String> signIn(byte[] secret, String password, Instant at) throws Exception {
    return stranger.post(
        "/sign-in",
        Map.of("user", LIM.value(), "password", password, "code", codes.at(secret, at)));
  }

  private static String session(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  private boolean letsIn(String session) throws Exception {
    try (Browser browser = house.with(session)) {
      return browser.get("/cases/case-1").statusCode() == 200;
    }
  }

  /** An account that is set up, and the phone's secret. */
  private byte[] account() throws Exception {
    String link = link();
    byte[] secret = secret(stranger.get(link).body());
    assertTrue(letsIn(session(stranger.post(link, set(secret)))));
    later(Duration.ofMinutes(2));
    return secret;
  }

  @Test
  void aLinkSetsAnAccountUpOnceAndThePhoneIsNeededFromThenOn() throws Exception {
    String link = link();
    byte[] secret = secret(stranger.get(link).body());
    assertEquals(
        new String(secret, StandardCharsets.ISO_8859_1),
        new String(secret(stranger.get(link).body()), StandardCharsets.ISO_8859_1),
        "a link that is opened again shows the same secret");
    assertEquals(
        403,
        stranger
            .post(link, Map.of("password", "short", "again", "short", "code", "1"))
            .statusCode());
    assertEquals(
        403,
        stranger
            .post(link, Map.of("password", PASSWORD, "again", PASSWORD, "code", "000000"))
            .statusCode());
    assertTrue(letsIn(session(stranger.post(link, set(secret)))));
    assertEquals(404, stranger.get(link).statusCode());
    assertEquals(404, stranger.post(link, set(secret)).statusCode());

    later(Duration.ofMinutes(2));
    assertEquals(403, signIn(secret, "another pass phrase", house.now.get()).statusCode());
    assertEquals(403, signIn(secret, PASSWORD, house.now.get().minusSeconds(300)).statusCode());
    assertTrue(letsIn(session(signIn(secret, PASSWORD, house.now.get()))));
  }

  @Test
  void aCodeIsTakenOnce() throws Exception {
    byte[] secret = account();
    Instant seen = house.now.get();
    assertTrue(letsIn(session(signIn(secret, PASSWORD, seen))));
    assertEquals(403, signIn(secret, PASSWORD, seen).statusCode());
  }

  @Test
  void whoGuessesMustWaitAndSoMustWhoKnows() throws Exception {
    byte[] secret = account();
    for (int i = 0; i < 5; i++) {
      assertEquals(403, signIn(secret, "wrong pass phrase", house.now.get()).statusCode());
    }
    HttpResponse<String> locked = signIn(secret, PASSWORD, house.now.get());
    assertEquals(403, locked.statusCode());
    assertTrue(locked.body().contains("wait 31 s") || locked.body().contains("wait 30 s"));
    later(Duration.ofSeconds(31));
    assertTrue(letsIn(session(signIn(secret, PASSWORD, house.now.get()))));
  }

  @Test
  void anUnknownNameIsRefusedInTheSameWords() throws Exception {
    byte[] secret = account();
    String known = signIn(secret, "wrong pass phrase", house.now.get()).body();
    for (String name : new String[] {"nobody-here", "<script>", "", "../x"}) {
      HttpResponse<String> answer =
          stranger.post("/sign-in", Map.of("user", name, "password", "x", "code", "1"));
      assertEquals(403, answer.statusCode());
      assertTrue(known.contains("is wrong") && answer.body().contains("is wrong"));
      assertFalse(answer.body().contains("<script>"));
    }
  }

  @Test
  void aSessionEndsWithTheRoleWithTimeAndByLeaving() throws Exception {
    String session = house.session(LIM.value());
    assertTrue(letsIn(session));
    later(Duration.ofMinutes(59));
    assertTrue(letsIn(session));
    later(Duration.ofMinutes(60));
    assertFalse(letsIn(session), "an hour without a request");

    String other = house.session(LIM.value());
    Deed deed = new Deed(new Actor(new UserId("supervisor-oh"), Role.SUPERVISOR), house.now.get());
    house.desks.cases().post(LIM, Role.SUPERVISOR, new StationId("jongno"), deed);
    assertFalse(letsIn(other), "another role is another session");

    String third = house.session(LIM.value());
    try (Browser browser = house.with(third)) {
      assertEquals(303, browser.post("/sign-out", Map.of()).statusCode());
    }
    assertFalse(letsIn(third));
  }

  @Test
  void aSessionThatSomebodyPlantedIsNotTaken() throws Exception {
    byte[] secret = account();
    try (Browser planted = house.with("planted-by-somebody-else")) {
      HttpResponse<String> answer =
          planted.post(
              "/sign-in",
              Map.of(
                  "user", LIM.value(),
                  "password", PASSWORD,
                  "code", codes.at(secret, house.now.get())));
      assertNotEquals("planted-by-somebody-else", session(answer));
    }
    assertFalse(letsIn("planted-by-somebody-else"));
  }

  @Test
  void aLinkWithoutAPasswordIsGoodOnce() throws Exception {
    String link = "/enter/" + house.accounts.pass(LIM).secret();
    assertEquals(200, stranger.get(link).statusCode());
    assertTrue(letsIn(session(stranger.post(link, Map.of()))));
    assertEquals(409, stranger.post(link, Map.of()).statusCode());
  }

  @Test
  void aMachineComesWithATokenAndOnlyToTheApi() throws Exception {
    String token =
        AccountDesk.machine(
                house.store,
                LIM,
                Optional.of(Role.OFFICER),
                Set.of(Scope.CUSTODY),
                "custody",
                Duration.ofDays(30),
                house.now.get())
            .secret();
    assertFalse(letsIn(token), "no cookie");
    assertEquals(303, asked("/cases/case-1", token));
    assertEquals(422, asked("/api/custody", token));
    assertEquals(403, read("/api/incidents", token), "not what it is good for");
    assertEquals(403, read("/api/site", token), "not what it is good for");
    later(Duration.ofDays(30));
    assertEquals(401, asked("/api/custody", token));
  }

  private int read(String path, String token) throws Exception {
    return stranger
        .send(stranger.to(path).header("Authorization", "Bearer " + token).build())
        .statusCode();
  }

  private int asked(String path, String token) throws Exception {
    var request =
        stranger
            .to(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json");
    return stranger
        .send(
            path.startsWith("/api/")
                ? request.POST(BodyPublishers.ofString("[]")).build()
                : request.build())
        .statusCode();
  }

  @Test
  void noSecretLiesInTheDatabase() throws Exception {
    String link = link();
    byte[] secret = secret(stranger.get(link).body());
    String session = session(stranger.post(link, set(secret)));
    house.close();
    String all =
        new String(Files.readAllBytes(place.resolve("haetae.db")), StandardCharsets.ISO_8859_1);
    assertFalse(all.contains(PASSWORD));
    assertFalse(all.contains(session));
    assertFalse(all.contains(link.substring("/welcome/".length())));
    assertFalse(all.contains(new String(secret, StandardCharsets.ISO_8859_1)));
    assertTrue(all.contains("$argon2id$"));
    house = new House(Files.createDirectory(place.resolve("again")));
  }
}
