package org.haetae.console.oidc;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/**
 * A provider as a site's file names it.
 *
 * @param issuer https, or http on this machine
 * @param clientId by which the provider knows this console
 * @param secretFile whose first line is the client's secret
 * @param userClaim of the ID token that holds the name under which somebody is posted here, such as
 *     {@code preferred_username}
 * @param secondFactors methods of which the ID token's {@code amr} (RFC 8176) must name one: a
 *     password alone opens no case
 */
public record Provider(
    URI issuer, String clientId, Path secretFile, String userClaim, Set<String> secondFactors) {
  public Provider {
    secondFactors = Set.copyOf(secondFactors);
    boolean here = Set.of("localhost", "127.0.0.1").contains(String.valueOf(issuer.getHost()));
    if (!"https".equals(issuer.getScheme()) && !("http".equals(issuer.getScheme()) && here)) {
      throw new IllegalArgumentException(
          "the issuer %s must be an address that begins with https".formatted(issuer));
    }
    if (secondFactors.isEmpty()) {
      throw new IllegalArgumentException(
          "name at least one method that counts as a second factor, such as otp or mfa");
    }
  }
}
