package org.haetae.casework.gateway.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway must show (RFC 6750). Only its digest is kept, and digests are compared in a time
 * that tells nothing of where they differ.
 */
public final class BearerToken {
  private static final int SHORTEST = 16;
  private static final String SCHEME = "Bearer ";

  private final byte[] digest;

  /**
   * @throws IllegalArgumentException where it is too short or has characters that a header can't
   */
  public BearerToken(String token) {
    if (token.length() < SHORTEST || !token.matches("[\\x21-\\x7e]+")) {
      throw new IllegalArgumentException(
          "a token has at least %d characters, all of them printable ASCII without spaces"
              .formatted(SHORTEST));
    }
    this.digest = digest(token);
  }

  /**
   * @param header the request's Authorization; null where it has none
   */
  boolean opens(@Nullable String header) {
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(digest, digest(header.substring(SCHEME.length()).strip()));
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "BearerToken[hidden]";
  }
}
