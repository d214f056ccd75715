package org.haetae.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import org.haetae.app.config.Site;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.RespondentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of an order, as the page sends it. */
class OrderRoutesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final RespondentId HAN = new RespondentId("respondent-han");

  private final Site site = DemoSite.at(NOW);
  private final OpenDesk open = new OpenDesk(site, CLOCK);
  private final LiveServer server = open.server(site, CLOCK);
  private final HttpClient client = HttpClient.newHttpClient();

  OrderRoutesTest() {
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    open.close();
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "orders/" + path))
            .header("X-Haetae-Action", "order")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void aRevokedOrdersFaceIsGoneAndNoLongerShown() throws Exception {
    assertEquals(200, get("respondents/respondent-han.jpg").statusCode());
    assertEquals(200, get("respondents/respondent-han/4.jpg").statusCode());
    assertEquals(404, get("respondents/respondent-han/5.jpg").statusCode());
    assertEquals(404, get("respondents/respondent-han/..%2f0.jpg").statusCode());
    assertTrue(get("orders").body().contains("\"state\":\"in force\""));
    String after = post("order-0117/revoke", "{\"by\": \"kim\", \"reason\": \"withdrawn\"}").body();
    assertTrue(after.contains("\"state\":\"revoked\""), after);
    assertTrue(after.contains("\"faces\":0"), after);
    assertTrue(after.contains("\"forgotten\":\"2026-03-01T12:00:00Z\""), after);
    assertFalse(open.watchlist.find(HAN).isPresent());
    assertEquals(404, get("respondents/respondent-han.jpg").statusCode());
    assertEquals(404, get("respondents/respondent-han/1.jpg").statusCode());
    assertEquals(200, get("respondents/respondent-seo.jpg").statusCode());
  }

  @Test
  void anOrderIsExtendedAsFarAsTheLawAllows() throws Exception {
    String decision = "\"by\": \"kim\", \"court\": \"District court\", \"reference\": \"77\"";
    HttpResponse<String> good =
        post("order-0117/extend", "{\"until\": \"2026-06-10\", " + decision + "}");
    assertEquals(200, good.statusCode(), good.body());
    assertTrue(good.body().contains("\"until\":\"2026-06-09T15:00:00Z\""), good.body());
    HttpResponse<String> beyond =
        post("order-0117/extend", "{\"until\": \"2036-06-10\", " + decision + "}");
    assertEquals(409, beyond.statusCode());
    assertTrue(beyond.body().contains("at the longest"), beyond.body());
    assertEquals(
        400, post("order-0117/extend", "{\"until\": \"soon\", " + decision + "}").statusCode());
  }

  @Test
  void whatCantBeDoneIsOneSentence() throws Exception {
    assertEquals(400, post("order-0117/revoke", "{\"by\": \"kim\"}").statusCode());
    assertEquals(400, post("order-0117/revoke", "{\"reason\": \"no name\"}").statusCode());
    assertEquals(400, post("order-0117/revoke", "no json").statusCode());
    assertEquals(404, post("order-0117/dance", "{\"by\": \"kim\"}").statusCode());
    HttpResponse<String> unknown = post("order-9/resume", "{\"by\": \"kim\"}");
    assertEquals(409, unknown.statusCode());
    assertEquals("order order-9 is not known\n", unknown.body());
    assertEquals(409, post("order-0117/resume", "{\"by\": \"kim\"}").statusCode());
    assertTrue(open.watchlist.find(HAN).isPresent());
  }

  @Test
  void aStoreThatCantBeReadIsSaidAndHidesNoAlert() throws Exception {
    open.breakStore();
    assertEquals(503, get("orders").statusCode());
    assertEquals(503, get("incidents").statusCode());
    assertEquals(503, post("order-0117/resume", "{\"by\": \"kim\"}").statusCode());
    assertTrue(open.orderRoutes.find(new OrderId("order-0117")).isPresent(), "in force: in memory");
    assertTrue(open.orderRoutes.find(new OrderId("order-9")).isEmpty());
  }

  @Test
  void noOtherPageCanRevokeAnOrder() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "orders/order-0117/revoke"))
            .POST(HttpRequest.BodyPublishers.ofString("{\"by\": \"kim\", \"reason\": \"x\"}"))
            .build();
    assertEquals(403, client.send(request, BodyHandlers.ofString()).statusCode());
    assertTrue(open.watchlist.find(HAN).isPresent());
  }
}
