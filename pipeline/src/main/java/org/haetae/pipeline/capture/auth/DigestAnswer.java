package org.haetae.pipeline.capture.auth;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.haetae.pipeline.capture.address.Credentials;

/**
 * Answers one digest challenge, over and over with a rising count. One thread at a time.
 *
 * <p>RFC 7616, section 3.4; a challenge without {@code qop} is answered as in RFC 2069, which old
 * cameras expect. {@code auth-int} is not answered.
 */
final class DigestAnswer {
  private final DigestAlgorithm algorithm;
  private final Challenge challenge;
  private final String realm;
  private final String nonce;
  private final boolean qop;
  private final Credentials credentials;
  private final String cnonce;
  private int count;

  private DigestAnswer(
      DigestAlgorithm algorithm,
      Challenge challenge,
      boolean qop,
      Credentials credentials,
      String cnonce) {
    this.algorithm = algorithm;
    this.challenge = challenge;
    this.realm = challenge.parameter("realm").orElse("");
    this.nonce = challenge.parameter("nonce").orElse("");
    this.qop = qop;
    this.credentials = credentials;
    this.cnonce = cnonce;
  }

  /** Empty when the challenge asks for what isn't known here. */
  static Optional<DigestAnswer> to(Challenge challenge, Credentials credentials, String cnonce) {
    Optional<DigestAlgorithm> algorithm = algorithm(challenge);
    if (algorithm.isEmpty() || challenge.parameter("nonce").isEmpty()) {
      return Optional.empty();
    }
    Optional<String> qop = challenge.parameter("qop").filter(q -> !q.isBlank());
    boolean auth =
        qop.stream()
            .flatMap(q -> Stream.of(q.split(",", -1)))
            .anyMatch(q -> q.trim().equalsIgnoreCase("auth"));
    return qop.isPresent() && !auth
        ? Optional.empty()
        : Optional.of(new DigestAnswer(algorithm.get(), challenge, auth, credentials, cnonce));
  }

  static Optional<DigestAlgorithm> algorithm(Challenge challenge) {
    return challenge.scheme().equals("digest")
        ? DigestAlgorithm.named(challenge.parameter("algorithm").orElse("MD5"))
        : Optional.empty();
  }

  /** The value of an {@code Authorization} header. */
  String authorization(String method, String uri) {
    String nc = String.format(Locale.ROOT, "%08x", ++count);
    String name = challenge.parameter("algorithm").orElse("MD5");
    String ha1 = algorithm.hash(credentials.user(), realm, credentials.password().reveal());
    if (DigestAlgorithm.isSession(name)) {
      ha1 = algorithm.hash(ha1, nonce, cnonce);
    }
    String ha2 = algorithm.hash(method, uri);
    String response =
        qop ? algorithm.hash(ha1, nonce, nc, cnonce, "auth", ha2) : algorithm.hash(ha1, nonce, ha2);
    StringBuilder out = new StringBuilder("Digest username=").append(quoted(credentials.user()));
    out.append(", realm=").append(quoted(realm)).append(", nonce=").append(quoted(nonce));
    out.append(", uri=").append(quoted(uri)).append(", response=\"").append(response).append('"');
    if (challenge.parameter("algorithm").isPresent()) {
      out.append(", algorithm=").append(name);
    }
    challenge.parameter("opaque").ifPresent(o -> out.append(", opaque=").append(quoted(o)));
    if (qop || DigestAlgorithm.isSession(name)) {
      out.append(", cnonce=\"").append(cnonce).append('"');
    }
    if (qop) {
      out.append(", qop=auth, nc=").append(nc);
    }
    return out.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
