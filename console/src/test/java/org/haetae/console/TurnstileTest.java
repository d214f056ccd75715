package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.account.AccountDesk;
import org.haetae.casework.account.Scope;
import org.haetae.casework.staff.Role;
import org.haetae.console.turnstile.Rate;
import org.haetae.console.turnstile.Rates;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks too often waits, and nobody else does. */
class TurnstileTest {
  private static final Rate MUCH = new Rate(1000, 1);
  @TempDir Path place;

  private static void held(HttpResponse<String> answer, int seconds) {
    assertEquals(429, answer.statusCode(), answer.body());
    assertEquals(
        Optional.of(Integer.toString(seconds)), answer.headers().firstValue("Retry-After"));
    assertTrue(answer.body().contains("wait " + seconds + " s"), answer.body());
  }

  private static HttpResponse<String> tried(Browser browser) throws Exception {
    return browser.post("/sign-in", Map.of("user", "x", "password", "x", "code", "1"));
  }

  @Test
  void passwordsAreTriedSlowly() throws Exception {
    try (House house = new House(place, new Rates(new Rate(3, 0.5), MUCH, MUCH, MUCH));
        Browser stranger = house.browser("", "en");
        Browser officer = house.officer()) {
      for (int i = 0; i < 3; i++) {
        assertEquals(403, tried(stranger).statusCode());
      }
      held(tried(stranger), 3);
      held(stranger.get("/welcome/guess"), 3);
      held(stranger.post("/enter/guess", Map.of()), 3);
      held(stranger.post("/sign-in/", Map.of("user", "x", "password", "x", "code", "1")), 3);
      assertEquals(200, stranger.get("/sign-in").statusCode(), "the form itself is open");
      assertEquals(200, officer.get("/cover").statusCode(), "who is in stays in");
      house.now.updateAndGet(now -> now.plusSeconds(2));
      assertEquals(403, tried(stranger).statusCode());
      held(tried(stranger), 3);
    }
  }

  /** What a stranger may ask for is a door, or costs nothing. */
  @Test
  void everyRouteThatIsOpenToStrangersIsADoorOrCostsNothing() throws Exception {
    Set<String> free = Set.of("GET /sign-in", "POST /sign-out", "POST /language/{language}");
    Rate none = new Rate(1, 0.001);
    int doors = 0;
    try (House house = new House(place, new Rates(none, none, none, none));
        Browser stranger = house.browser("", "en")) {
      stranger.get("/enter/guess");
      stranger.get("/cover");
      for (String route : house.routes()) {
        if (free.contains(route) || route.startsWith("BEFORE ")) {
          continue;
        }
        String path = route.replaceFirst("^[A-Z]+ ", "").replaceAll("\\{[a-z]+}", "x");
        int status =
            route.startsWith("GET ")
                ? stranger.get(path).statusCode()
                : stranger.post(path, Map.of()).statusCode();
        assertEquals(429, status, route);
        doors++;
      }
    }
    assertTrue(doors > 80, "only " + doors);
  }

  @Test
  void strangersAreHeldByTheirAddressOthersByTheirSessionAndMachinesByTheirToken()
      throws Exception {
    Rate three = new Rate(3, 1);
    try (House house = new House(place, new Rates(MUCH, three, three, three));
        Browser stranger = house.with("no-session");
        Browser officer = house.officer();
        Browser again = house.officer()) {
      for (int i = 0; i < 3; i++) {
        assertEquals(401, stranger.get("/api/site").statusCode());
        assertEquals(200, officer.get("/cover").statusCode());
      }
      HttpResponse<String> machine = stranger.get("/api/site");
      held(machine, 2);
      assertEquals(
          Optional.of("application/problem+json"), machine.headers().firstValue("Content-Type"));
      try (Browser other = house.with("another-that-is-none")) {
        held(other.get("/cover"), 2);
      }
      HttpResponse<String> page = officer.get("/cover");
      held(page, 2);
      assertTrue(page.body().startsWith("<!doctype html>"));
      assertEquals(200, again.get("/cover").statusCode(), "a session of its own");
      String token =
          AccountDesk.machine(
                  house.store,
                  new UserId("officer-lim"),
                  Optional.of(Role.OFFICER),
                  Set.of(Scope.SITE),
                  "test",
                  Duration.ofDays(1),
                  house.now.get())
              .secret();
      for (int i = 0; i < 3; i++) {
        assertEquals(200, asked(again, token).statusCode());
      }
      held(asked(again, token), 2);
    }
  }

  private static HttpResponse<String> asked(Browser browser, String token) throws Exception {
    return browser.send(browser.to("/api/site").header("Authorization", "Bearer " + token).build());
  }

  /** Twelve pictures each 150 ms and the list each 2 s, for nine seconds. */
  @Test
  void aWallIsNeverHeld() throws Exception {
    try (House house = new House(place, Rates.standard());
        Browser operator = house.browser("operator-na", "en")) {
      for (int tick = 0; tick < 60; tick++) {
        for (int camera = 0; camera < 12; camera++) {
          assertEquals(200, operator.get("/cameras/door.jpg").statusCode());
        }
        if (tick % 13 == 0) {
          assertEquals(200, operator.get("/wall/now").statusCode());
        }
        house.now.updateAndGet(now -> now.plusMillis(150));
      }
    }
  }
}
