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
import java.util.OptionalInt;
import java.util.Set;
import org.haetae.app.config.Site;
import org.haetae.casework.casefile.CaseFact.Opened;
import org.haetae.casework.release.CustodyEvent;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever hears of a release confirms it by the notice's code, or face to face. */
class ReleaseRoutesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final CaseId CASE = new CaseId("case-1");

  private final Site site = DemoSite.at(NOW);
  private final OpenDesk open = new OpenDesk(site, CLOCK);
  private final LiveServer server = open.server(site, CLOCK);
  private final HttpClient client = HttpClient.newHttpClient();

  ReleaseRoutesTest() {
    server.start();
    open.office.run(
        change ->
            change.add(
                CASE,
                new Opened(
                    NOW,
                    new UserId("kim"),
                    new ProtectedPersonId("protected-yun"),
                    Set.of(new RespondentId("respondent-han")),
                    Offence.STALKING,
                    new StationId("mapo"),
                    OptionalInt.empty())));
    open.notices.report(
        new CustodyEvent("k-1", new RespondentId("respondent-han"), CustodyKind.RELEASED, NOW),
        new Deed(Actor.CLOCK, NOW));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    open.close();
  }

  private HttpResponse<String> post(String step, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "releases/case-1/" + step))
            .header("X-Haetae-Action", "release")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private String list() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "releases")).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private static String body(Recipient to, String more) {
    String whom = to == Recipient.PROTECTED_PERSON ? "protected-person" : "officer-in-charge";
    return "{\"by\": \"kim\", \"notice\": 1, \"to\": \"%s\", %s}".formatted(whom, more);
  }

  @Test
  void theRightCodeConfirmsAndTheListNeverTellsIt() throws Exception {
    String code = OpenDesk.PIN.code(CASE, "k-1", Recipient.PROTECTED_PERSON);
    assertFalse(list().contains(code), "the page must not tell what the person must give back");

    assertEquals(
        200,
        post("confirm", body(Recipient.PROTECTED_PERSON, "\"code\": \"" + code + "\""))
            .statusCode());

    assertFalse(list().contains("protected-person"), list());
    assertTrue(list().contains("officer-in-charge"), list());
  }

  @Test
  void aWrongCodeIsSaidAndAfterThreeOnlyFaceToFaceCounts() throws Exception {
    for (int i = 0; i < 3; i++) {
      HttpResponse<String> wrong =
          post("confirm", body(Recipient.PROTECTED_PERSON, "\"code\": \"12345x\""));
      assertEquals(409, wrong.statusCode());
      assertTrue(wrong.body().contains("not the code"), wrong.body());
    }
    String code = OpenDesk.PIN.code(CASE, "k-1", Recipient.PROTECTED_PERSON);
    HttpResponse<String> late =
        post("confirm", body(Recipient.PROTECTED_PERSON, "\"code\": \"" + code + "\""));
    assertTrue(late.body().contains("face to face"), late.body());

    assertEquals(
        200,
        post("said", body(Recipient.PROTECTED_PERSON, "\"proof\": \"at her door, 14:10\""))
            .statusCode());
    assertFalse(list().contains("protected-person"), list());
  }

  @Test
  void badRequestsAreAnsweredInASentence() throws Exception {
    assertEquals(
        409, post("said", body(Recipient.PROTECTED_PERSON, "\"proof\": \" \"")).statusCode());
    assertEquals(400, post("said", "{\"by\": \"kim\", \"notice\": 1, \"to\": \"x\"}").statusCode());
    assertEquals(400, post("said", "{\"by\": \"\", \"notice\": 1}").statusCode());
    assertEquals(400, post("said", "{").statusCode());
    assertEquals(
        409,
        post(
                "said",
                "{\"by\": \"kim\", \"notice\": 7, \"to\": \"protected-person\", \"proof\": \"x\"}")
            .statusCode());
    assertEquals(
        400, post("shout", body(Recipient.PROTECTED_PERSON, "\"proof\": \"x\"")).statusCode());
  }
}
