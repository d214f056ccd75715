package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.haetae.casework.order.OrderState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchlistPagesTest {
  private static final String ORDER = "/watchlist/order-1/";

  @TempDir Path place;
  private House house;
  private Browser officer;

  @BeforeEach
  void open() throws Exception {
    house = new House(place);
    officer = house.officer();
  }

  @AfterEach
  void close() {
    officer.close();
    house.close();
  }

  private OrderState state() {
    return house.live.orders.orders().getFirst().state();
  }

  @Test
  void whyAFaceIsLookedForAndUntilWhen() throws Exception {
    String page = officer.get("/watchlist").body();
    assertTrue(page.contains("respondent-han"), page);
    assertTrue(page.contains("2026-&lt;117&gt;"), page);
    assertTrue(page.contains("One face is looked for."), page);
  }

  @Test
  void aRevokedOrdersFaceIsGone() throws Exception {
    assertEquals(400, officer.post(ORDER + "revoke", Map.of()).statusCode());
    assertTrue(house.live.watchlist.find(LiveHouse.HAN).isPresent());
    assertEquals(303, officer.post(ORDER + "revoke", Map.of("reason", "x")).statusCode());
    assertEquals(OrderState.REVOKED, state());
    assertFalse(house.live.watchlist.find(LiveHouse.HAN).isPresent());
    assertTrue(officer.get("/watchlist").body().contains("Its faces were forgotten at"));
  }

  @Test
  void aSuspendedOrderIsEnforcedAgain() throws Exception {
    assertEquals(409, officer.post(ORDER + "resume", Map.of()).statusCode());
    assertEquals(303, officer.post(ORDER + "suspend", Map.of("reason", "x")).statusCode());
    assertEquals(OrderState.SUSPENDED, state());
    assertFalse(house.live.watchlist.find(LiveHouse.HAN).isPresent());
    assertEquals(303, officer.post(ORDER + "resume", Map.of()).statusCode());
    assertEquals(OrderState.IN_FORCE, state());
    house.now.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
    house.live.orders.look();
    assertTrue(house.live.watchlist.find(LiveHouse.HAN).isPresent());
  }

  @Test
  void anOrderIsExtendedAsFarAsTheLawAllows() throws Exception {
    Map<String, String> near = Map.of("until", "2027-02-20", "court", "Court", "reference", "77");
    HttpResponse<String> longer = officer.post(ORDER + "extend", near);
    assertEquals(303, longer.statusCode(), longer.body());
    Map<String, String> far = Map.of("until", "2037-02-20", "court", "Court", "reference", "78");
    HttpResponse<String> beyond = officer.post(ORDER + "extend", far);
    assertEquals(409, beyond.statusCode());
    assertTrue(beyond.body().contains("at the longest"), beyond.body());
    Map<String, String> bad = Map.of("until", "soon", "court", "Court", "reference", "77");
    assertEquals(400, officer.post(ORDER + "extend", bad).statusCode());
  }

  @Test
  void onlyOfficersAndSupervisorsMay() throws Exception {
    try (Browser operator = house.browser("operator-na", "en")) {
      assertEquals(403, operator.get("/watchlist").statusCode());
      assertEquals(403, operator.post(ORDER + "revoke", Map.of("reason", "x")).statusCode());
    }
    assertEquals(OrderState.IN_FORCE, state());
    assertEquals(409, officer.post("/watchlist/order-9/resume", Map.of()).statusCode());
    assertEquals(404, officer.post(ORDER + "dance", Map.of()).statusCode());
  }
}
