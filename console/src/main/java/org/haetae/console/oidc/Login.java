package org.haetae.console.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Instant;

/**
 * Somebody is at the provider. Each part is random and good for this once.
 *
 * @param browser what the browser that left must bring back in a cookie
 * @param back where it comes back to
 */
record Login(
    String browser, State state, Nonce nonce, CodeVerifier verifier, URI back, Instant until) {
  @Override
  public String toString() {
    return "Login";
  }
}
