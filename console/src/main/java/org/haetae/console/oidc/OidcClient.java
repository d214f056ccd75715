package org.haetae.console.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AMR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Speaks to the provider: authorization code with PKCE (RFC 7636), the ID token checked by OpenID
 * Connect Core 1.0, section 3.1.3.7, with RS256, which every provider must be able to. No address
 * is ever taken from a request. Safe for many threads.
 */
final class OidcClient {
  private static final int CONNECT_MILLIS = 3_000;
  private static final int READ_MILLIS = 5_000;
  private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.RS256;

  private final Provider provider;

  OidcClient(Provider provider) {
    this.provider = provider;
  }

  /**
   * Where the browser goes.
   *
   * @throws OidcException where the provider doesn't answer
   */
  URI leave(Login login) {
    AuthenticationRequest request =
        new AuthenticationRequest.Builder(
                new ResponseType(ResponseType.Value.CODE),
                new Scope("openid", "profile"),
                client(),
                login.back())
            .endpointURI(metadata().getAuthorizationEndpointURI())
            .state(login.state())
            .nonce(login.nonce())
            .codeChallenge(login.verifier(), CodeChallengeMethod.S256)
            .build();
    return request.toURI();
  }

  /**
   * Who came back with a code.
   *
   * @return the name that the provider knows somebody by; empty where it says nothing of a second
   *     factor
   * @throws OidcException where the provider doesn't answer, refuses the code, or its token is not
   *     for us, not for this login, or not signed by it
   */
  Optional<String> arrive(Login login, String code) {
    try {
      OIDCProviderMetadata metadata = metadata();
      TokenRequest request =
          new TokenRequest.Builder(
                  metadata.getTokenEndpointURI(),
                  new ClientSecretBasic(client(), new Secret(secret())),
                  new AuthorizationCodeGrant(
                      new AuthorizationCode(code), login.back(), login.verifier()))
              .build();
      HTTPRequest http = request.toHTTPRequest();
      http.setConnectTimeout(CONNECT_MILLIS);
      http.setReadTimeout(READ_MILLIS);
      http.setFollowRedirects(false);
      TokenResponse response = OIDCTokenResponseParser.parse(http.send());
      if (!response.indicatesSuccess()) {
        throw new OidcException("the provider refuses the code", null);
      }
      OIDCTokenResponse tokens = (OIDCTokenResponse) response.toSuccessResponse();
      IDTokenClaimsSet claims =
          new IDTokenValidator(
                  metadata.getIssuer(), client(), ALGORITHM, metadata.getJWKSetURI().toURL())
              .validate(tokens.getOIDCTokens().getIDToken(), login.nonce());
      return named(claims);
    } catch (IOException | GeneralException | BadJOSEException | JOSEException e) {
      throw new OidcException("the provider's answer can't be used", e);
    }
  }

  private Optional<String> named(IDTokenClaimsSet claims) {
    boolean second =
        claims.getAMR() != null
            && claims.getAMR().stream()
                .map(AMR::getValue)
                .anyMatch(provider.secondFactors()::contains);
    return second
        ? Optional.ofNullable(claims.getStringClaim(provider.userClaim()))
        : Optional.empty();
  }

  private ClientID client() {
    return new ClientID(provider.clientId());
  }

  private String secret() throws IOException {
    return Files.readString(provider.secretFile()).lines().findFirst().orElse("");
  }

  /** Asked for each time: people sign in a few times a day, and a provider changes its keys. */
  private OIDCProviderMetadata metadata() {
    try {
      return OIDCProviderMetadata.resolve(
          new Issuer(provider.issuer()), CONNECT_MILLIS, READ_MILLIS);
    } catch (IOException | GeneralException e) {
      throw new OidcException("the provider doesn't answer", e);
    }
  }
}
