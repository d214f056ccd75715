package org.haetae.casework.delivery.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a body together with the second in which it was sent: HMAC-SHA-256 (RFC 2104, FIPS 180-4)
 * over {@code seconds "." body}. Never says its key. Safe for many threads.
 */
public final class WebhookSignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1=";
  private static final int SHORTEST_KEY = 16;

  private final SecretKeySpec key;

  /**
   * @param key shared with the receiver, at least 16 bytes
   */
  public WebhookSignature(byte[] key) {
    if (key.length < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "the webhook's key has %d bytes: take at least %d".formatted(key.length, SHORTEST_KEY));
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** What stands in the header {@code X-Haetae-Signature}. */
  public String of(Instant sent, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((sent.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII));
      return VERSION + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /**
   * Whether a signature is ours and fresh; compares in constant time.
   *
   * @param sent from the header {@code X-Haetae-Timestamp}
   * @param window how far {@code sent} may lie from {@code now} either way
   */
  public boolean holds(String signature, Instant sent, byte[] body, Instant now, Duration window) {
    boolean fresh = Duration.between(sent, now).abs().compareTo(window) <= 0;
    byte[] expected = of(sent, body).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8)) && fresh;
  }

  /**
   * The same for headers as they came in, whatever stands in them.
   *
   * @param timestamp the header {@code X-Haetae-Timestamp}
   * @param signature the header {@code X-Haetae-Signature}
   */
  public boolean holds(
      String timestamp, String signature, byte[] body, Instant now, Duration window) {
    // Only what this class writes itself: a sign, zeros in front or other scripts' digits would
    // give
    // one second several spellings. Ten digits last until the year 2286.
    if (!timestamp.matches("[1-9][0-9]{0,9}")) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return holds(signature, sent, body, now, window);
  }

  @Override
  public String toString() {
    return "WebhookSignature[key hidden]";
  }
}
