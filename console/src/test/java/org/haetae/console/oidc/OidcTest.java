package org.haetae.console.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.haetae.console.Console;
import org.haetae.console.Endpoint;
import org.haetae.console.House;
import org.haetae.console.turnstile.Rate;
import org.haetae.console.turnstile.Rates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a provider that really signs its tokens and keeps its codes. */
class OidcTest {
  private static final String REALM = "police";
  private static final String CLIENT = "haetae";
  private static final Pattern SESSION = Pattern.compile("haetae-session=([^;]+)");

  @TempDir private Path place = Path.of("");
  private final MockOAuth2Server server = new MockOAuth2Server();
  private final HttpClient client = HttpClient.newHttpClient();
  private House house;
  private Console console;
  private Provider provider;

  @BeforeEach
  void open() throws Exception {
    server.start();
    house = new House(place);
    Path secret = Files.writeString(place.resolve("client-secret"), "s3cret\n");
    provider =
        new Provider(
            server.issuerUrl(REALM).uri(), CLIENT, secret, "preferred_username", Set.of("otp"));
    console = new Console(house.desks, Endpoint.local(0), Optional.of(provider));
    console.start();
  }

  @AfterEach
  void close() {
    console.close();
    house.close();
    client.close();
    server.shutdown();
  }

  /** What the provider will say of whoever comes next. */
  private void says(Map<String, Object> claims) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            REALM, "subject", JOSEObjectType.JWT.getType(), List.of(CLIENT), claims, 60));
  }

  private HttpResponse<String> get(String address, String cookie) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Cookie", cookie)
            .header("Accept-Language", "en")
            .build(),
        BodyHandlers.ofString());
  }

  private static String to(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String cookie(HttpResponse<?> answer) {
    String set = answer.headers().firstValue("Set-Cookie").orElse("");
    return set.isEmpty() ? "" : set.substring(0, set.indexOf(';'));
  }

  /** There, and the address by which the provider sends the browser back. */
  private String wayBack(HttpResponse<?> left) throws Exception {
    return to(get(to(left), ""));
  }

  private HttpResponse<String> leave() throws Exception {
    HttpResponse<String> left = get(console.address() + "oidc", "");
    assertEquals(303, left.statusCode(), left.body());
    return left;
  }

  private HttpResponse<String> comeBack() throws Exception {
    HttpResponse<String> left = leave();
    return get(wayBack(left), cookie(left));
  }

  @Test
  void whoProvedThemselvesThereWorksHereInTheirOwnRole() throws Exception {
    assertTrue(get(console.address() + "sign-in", "").body().contains("href=\"/oidc\""));
    says(Map.of("preferred_username", "officer-lim", "amr", List.of("pwd", "otp")));
    HttpResponse<String> left = leave();
    String there = to(left);
    assertTrue(there.startsWith(server.issuerUrl(REALM).toString()), there);
    assertTrue(there.contains("code_challenge_method=S256"), there);
    assertTrue(String.valueOf(left.headers().firstValue("Set-Cookie")).contains("HttpOnly"));
    HttpResponse<String> back = get(wayBack(left), cookie(left));
    assertEquals(200, back.statusCode(), back.body());
    Matcher session = SESSION.matcher(String.join("\n", back.headers().allValues("Set-Cookie")));
    assertTrue(session.find(), "no session");
    HttpResponse<String> page =
        get(console.address() + "cases/case-1", "haetae-session=" + session.group(1));
    assertEquals(200, page.statusCode());
    assertEquals(
        404,
        get(console.address() + "cases/case-2", "haetae-session=" + session.group(1)).statusCode());
  }

  @Test
  void aPasswordAloneOpensNothing() throws Exception {
    says(Map.of("preferred_username", "officer-lim", "amr", List.of("pwd")));
    assertEquals(409, comeBack().statusCode());
    says(Map.of("preferred_username", "officer-lim"));
    assertEquals(409, comeBack().statusCode());
  }

  @Test
  void whoDoesNotWorkHereIsNobodyWhateverTheProviderSays() throws Exception {
    for (String name : List.of("stranger", "two words", "../admin")) {
      says(Map.of("preferred_username", name, "amr", List.of("otp")));
      assertEquals(409, comeBack().statusCode(), name);
    }
    says(Map.of("amr", List.of("otp")));
    assertEquals(409, comeBack().statusCode(), "no name");
  }

  @Test
  void aTokenForAnotherIsNotTaken() throws Exception {
    says(
        Map.of(
            "preferred_username", "officer-lim", "amr", List.of("otp"), "aud", "another-client"));
    HttpResponse<String> back = comeBack();
    assertEquals(503, back.statusCode());
    assertFalse(back.body().contains("another-client"), "what went wrong is not the visitor's");
  }

  @Test
  void aTokenOfAnotherLoginIsNotTaken() throws Exception {
    says(Map.of("preferred_username", "officer-lim", "amr", List.of("otp"), "nonce", "of another"));
    assertEquals(503, comeBack().statusCode());
  }

  @Test
  void aWayBackIsGoodOnceAndForTheBrowserThatLeft() throws Exception {
    HttpResponse<String> left = leave();
    String back = wayBack(left);
    assertEquals(409, get(back, "").statusCode(), "another browser's");
    assertEquals(409, get(back, cookie(left)).statusCode(), "and used up by it");
    HttpResponse<String> late = leave();
    String lateBack = wayBack(late);
    house.now.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));
    assertEquals(409, get(lateBack, cookie(late)).statusCode(), "too late");
    assertEquals(409, get(console.address() + "oidc/back", "").statusCode());
    assertNotEquals(cookie(left), cookie(late));
  }

  @Test
  void aProviderThatIsGoneIsSaidAndLocksNobodyOut() throws Exception {
    server.shutdown();
    HttpResponse<String> left = get(console.address() + "oidc", "");
    assertEquals(503, left.statusCode());
    assertTrue(left.body().contains("Sign in with password and phone"), left.body());
    assertEquals(200, get(console.address() + "sign-in", "").statusCode());
  }

  @Test
  void whoLeavesOrComesBackTooOftenWaits() throws Exception {
    Rate much = new Rate(1000, 1);
    try (Console slow =
        new Console(
            house.desks,
            Endpoint.local(0),
            Optional.of(provider),
            new Rates(new Rate(3, 0.5), much, much, much))) {
      slow.start();
      assertEquals(303, get(slow.address() + "oidc", "").statusCode());
      assertEquals(303, get(slow.address() + "oidc/", "").statusCode());
      assertEquals(409, get(slow.address() + "oidc/back?state=x&code=y", "").statusCode());
      for (String path : List.of("oidc", "oidc/", "oidc/back?state=x&code=y", "welcome/x")) {
        HttpResponse<String> held = get(slow.address() + path, "");
        assertEquals(429, held.statusCode(), path);
        assertEquals(Optional.of("3"), held.headers().firstValue("Retry-After"));
      }
      assertEquals(200, get(slow.address() + "sign-in", "").statusCode(), "the form is open");
      house.now.updateAndGet(now -> now.plusSeconds(2));
      assertEquals(303, get(slow.address() + "oidc", "").statusCode());
    }
  }

  @Test
  void anIssuerInTheClearIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Provider(URI.create("http://idp.example"), CLIENT, place, "name", Set.of("otp")));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Provider(URI.create("https://idp.example"), CLIENT, place, "name", Set.of()));
  }
}
