package org.haetae.casework.delivery.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Instant SENT = Instant.ofEpochSecond(1_772_330_400);
  private static final byte[] BODY = "{\"kind\":\"threat\"}".getBytes(StandardCharsets.UTF_8);

  private final WebhookSignature signature =
      new WebhookSignature("0123456789abcdef".getBytes(StandardCharsets.UTF_8));

  /**
   * Made with: printf '1772330400.{"kind":"threat"}' | openssl dgst -sha256 -hmac 0123456789abcdef.
   */
  @Test
  void isWhatOpensslSays() {
    assertEquals(
        "v1=797a5eccfcbd4f96666cbf159b8a1d9e0749c6dadbbd6ba1db20f0a576cd56c3",
        signature.of(SENT, BODY));
  }

  @Test
  void holdsWithinTheWindowAndNotBeyond() {
    String made = signature.of(SENT, BODY);
    assertTrue(signature.holds(made, SENT, BODY, SENT.plus(WINDOW), WINDOW));
    assertTrue(signature.holds(made, SENT, BODY, SENT.minus(WINDOW), WINDOW));
    assertFalse(signature.holds(made, SENT, BODY, SENT.plus(WINDOW).plusSeconds(1), WINDOW));
    assertFalse(signature.holds(made, SENT.plusSeconds(1), BODY, SENT, WINDOW));
  }

  @Test
  void nothingElseHolds() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String made = signature.of(SENT, BODY);
    for (int i = 0; i < 2000; i++) {
      byte[] bent = made.getBytes(StandardCharsets.ISO_8859_1);
      bent[random.nextInt(bent.length)] ^= (byte) (1 << random.nextInt(8));
      String other = new String(bent, StandardCharsets.ISO_8859_1);
      assertFalse(signature.holds(other, SENT, BODY, SENT, WINDOW), other);
      byte[] body = BODY.clone();
      body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
      assertFalse(signature.holds(made, SENT, body, SENT, WINDOW));
    }
    assertFalse(signature.holds("", SENT, BODY, SENT, WINDOW));
  }

  @Test
  void aShortKeyIsRefusedAndAKeyIsNeverSaid() {
    assertThrows(IllegalArgumentException.class, () -> new WebhookSignature(new byte[15]));
    assertEquals("WebhookSignature[key hidden]", signature.toString());
  }
}
