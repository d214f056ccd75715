package org.haetae.pipeline.capture.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** The hashes of RFC 7616 that cameras use, the stronger first. */
enum DigestAlgorithm {
  SHA_256("SHA-256"),
  MD5("MD5");

  private static final String SESSION = "-sess";

  private final String title;

  DigestAlgorithm(String title) {
    this.title = title;
  }

  /** By what a challenge calls it, with or without {@code -sess}. */
  static Optional<DigestAlgorithm> named(String name) {
    String plain = isSession(name) ? name.substring(0, name.length() - SESSION.length()) : name;
    return Stream.of(values()).filter(a -> a.title.equalsIgnoreCase(plain)).findFirst();
  }

  static boolean isSession(String name) {
    return name.regionMatches(
        true, Math.max(0, name.length() - SESSION.length()), SESSION, 0, SESSION.length());
  }

  /** Lower-case hexadecimal hash of the parts in UTF-8, joined by colons. */
  String hash(String... parts) {
    try {
      byte[] bytes = String.join(":", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(title).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + title, e);
    }
  }
}
