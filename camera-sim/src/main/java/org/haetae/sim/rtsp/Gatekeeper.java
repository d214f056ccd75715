package org.haetae.sim.rtsp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haetae.sim.camera.Credentials;
import org.haetae.sim.camera.Credentials.Scheme;

/**
 * Checks the {@code Authorization} of requests: RFC 7617 (Basic), RFC 2617 and RFC 7616 (Digest
 * with MD5, which is what cameras have). Thread-safe.
 */
final class Gatekeeper {
  private static final int MOST_NONCES = 256;
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z0-9_-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,\"]+))");

  private final String realm;
  private final Optional<Credentials> needed;
  private final SecureRandom random;
  private final Queue<String> nonces = new ArrayDeque<>();

  Gatekeeper(String realm, Optional<Credentials> needed, SecureRandom random) {
    this.realm = realm;
    this.needed = needed;
    this.random = random;
  }

  /** Whether a request may pass. */
  boolean admits(String method, String uri, Optional<String> authorization) {
    if (needed.isEmpty()) {
      return true;
    }
    Credentials credentials = needed.get();
    String header = authorization.orElse("");
    return switch (credentials.scheme()) {
      case BASIC -> basic(credentials, header);
      case DIGEST -> digest(credentials, method, uri, header);
    };
  }

  private static boolean basic(Credentials credentials, String header) {
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return false;
    }
    String right = credentials.user() + ":" + credentials.password();
    try {
      return MessageDigest.isEqual(
          Base64.getDecoder().decode(header.substring(6).strip()),
          right.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean digest(Credentials credentials, String method, String uri, String header) {
    if (!header.regionMatches(true, 0, "Digest ", 0, 7)) {
      return false;
    }
    Map<String, String> given = parameters(header.substring(7));
    String nonce = given.getOrDefault("nonce", "");
    return given.getOrDefault("username", "").equals(credentials.user())
        && given.getOrDefault("realm", "").equals(realm)
        && given.getOrDefault("uri", "").equals(uri)
        && known(nonce)
        && MessageDigest.isEqual(
            expected(credentials, method, uri, nonce, given).getBytes(StandardCharsets.US_ASCII),
            given
                .getOrDefault("response", "")
                .toLowerCase(Locale.ROOT)
                .getBytes(StandardCharsets.US_ASCII));
  }

  /** RFC 2617, 3.2.2.1. */
  private String expected(
      Credentials credentials, String method, String uri, String nonce, Map<String, String> given) {
    String who = md5(credentials.user() + ":" + realm + ":" + credentials.password());
    String what = md5(method + ":" + uri);
    String qop = given.get("qop");
    String middle =
        qop == null
            ? nonce
            : "%s:%s:%s:%s".formatted(nonce, given.get("nc"), given.get("cnonce"), qop);
    return md5(who + ":" + middle + ":" + what);
  }

  static Map<String, String> parameters(String header) {
    Map<String, String> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(header);
    while (matcher.find()) {
      String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
      parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
    }
    return parameters;
  }

  /** The {@code WWW-Authenticate} of a refusal. */
  String challenge() {
    if (needed.map(Credentials::scheme).orElse(Scheme.DIGEST) == Scheme.BASIC) {
      return "Basic realm=\"%s\"".formatted(realm);
    }
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String nonce = HexFormat.of().formatHex(bytes);
    synchronized (nonces) {
      nonces.add(nonce);
      if (nonces.size() > MOST_NONCES) {
        nonces.remove();
      }
    }
    return "Digest realm=\"%s\", nonce=\"%s\"".formatted(realm, nonce);
  }

  private boolean known(String nonce) {
    synchronized (nonces) {
      return nonces.contains(nonce);
    }
  }

  static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
