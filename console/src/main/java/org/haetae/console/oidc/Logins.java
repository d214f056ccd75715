package org.haetae.console.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is at the provider now, in memory only. Safe for many threads. */
final class Logins {
  private static final Duration LASTS = Duration.ofMinutes(10);

  /** Whoever begins more pushes the oldest out; a stranger costs no more memory than that. */
  private static final int MOST = 1000;

  private static final int SECRET_BYTES = 32;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Login> waiting = new LinkedHashMap<>();

  Logins(InstantSource clock) {
    this.clock = clock;
  }

  synchronized Login begin(URI back) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    Instant now = clock.instant();
    waiting.values().removeIf(login -> !now.isBefore(login.until()));
    if (waiting.size() >= MOST) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    Login login =
        new Login(
            Base64.getUrlEncoder().withoutPadding().encodeToString(secret),
            new State(),
            new Nonce(),
            new CodeVerifier(),
            back,
            now.plus(LASTS));
    waiting.put(login.state().getValue(), login);
    return login;
  }

  /** Takes back whoever left from this browser; a state is good once, right or wrong. */
  synchronized Optional<Login> end(String state, String browser) {
    return Optional.ofNullable(waiting.remove(state))
        .filter(login -> clock.instant().isBefore(login.until()))
        .filter(
            login ->
                MessageDigest.isEqual(
                    login.browser().getBytes(US_ASCII), browser.getBytes(US_ASCII)));
  }
}
