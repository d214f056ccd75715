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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void headersAsTheyComeInNeverThrowAndOnlyOursHold() {
    long seed = Long.getLong("haetae.seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String timestamp = Long.toString(SENT.getEpochSecond());
    String made = signature.of(SENT, BODY);
    assertTrue(signature.holds(timestamp, made, BODY, SENT, WINDOW));
    for (int i = 0; i < 20_000; i++) {
      String otherTime = header(random, timestamp);
      String otherMade = header(random, made);
      boolean ours = otherTime.equals(timestamp) && otherMade.equals(made);
      assertEquals(ours, signature.holds(otherTime, otherMade, BODY, SENT, WINDOW));
    }
  }

  /** Ours, ours with a part taken out, doubled or replaced, or anything at all. */
  private static String header(Random random, String ours) {
    int from = random.nextInt(ours.length());
    int to = from + random.nextInt(ours.length() - from);
    return switch (random.nextInt(6)) {
      case 0 -> ours;
      case 1 -> ours.substring(0, from) + ours.substring(to);
      case 2 -> ours.substring(0, to) + ours.substring(from);
      case 3 -> ours.substring(0, from) + random.nextLong() + ours.substring(to);
      case 4 -> Long.toString(random.nextLong());
      default ->
          random
              .ints(random.nextInt(100), 0, 0x3000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+1772330400", "01772330400", " 1772330400", "1772330400.0", "", "١٧٧٢٣٣٠٤٠٠"})
  void aTimestampHasOneSpelling(String timestamp) {
    assertFalse(signature.holds(timestamp, signature.of(SENT, BODY), BODY, SENT, WINDOW));
  }

  @Test
  void aShortKeyIsRefusedAndAKeyIsNeverSaid() {
    assertThrows(IllegalArgumentException.class, () -> new WebhookSignature(new byte[15]));
    assertEquals("WebhookSignature[key hidden]", signature.toString());
  }
}
