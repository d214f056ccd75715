package org.haetae.casework.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {
  /** RFC 6238, appendix B: its codes have eight digits, of which apps show the last six. */
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private final OneTimeCode codes = new OneTimeCode();

  @Test
  void theVectorsOfTheStandardHold() {
    assertEquals("287082", codes.at(SECRET, Instant.ofEpochSecond(59)));
    assertEquals("081804", codes.at(SECRET, Instant.ofEpochSecond(1_111_111_109L)));
    assertEquals("005924", codes.at(SECRET, Instant.ofEpochSecond(1_234_567_890L)));
    assertEquals("279037", codes.at(SECRET, Instant.ofEpochSecond(2_000_000_000L)));
  }

  /** RFC 4648, section 10, and the secret that every authenticator's manual shows. */
  @Test
  void aSecretIsTypedInBase32() {
    assertEquals("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", OneTimeCode.typed(SECRET));
    assertEquals("MZXW6YTBOI", OneTimeCode.typed("foobar".getBytes(StandardCharsets.US_ASCII)));
    assertEquals("MY", OneTimeCode.typed("f".getBytes(StandardCharsets.US_ASCII)));
    assertEquals("", OneTimeCode.typed(new byte[0]));
  }

  @Test
  void aClockMayBeAStepOffAndNoCodeIsTakenTwice() {
    Instant now = Instant.ofEpochSecond(1_000_000_000L);
    long step = now.getEpochSecond() / 30;
    for (int off = -3; off <= 3; off++) {
      String code = codes.at(SECRET, now.plusSeconds(30L * off));
      OptionalLong expected =
          Math.abs(off) <= 1 ? OptionalLong.of(step + off) : OptionalLong.empty();
      assertEquals(expected, codes.step(SECRET, code, now, -1), "steps off: " + off);
    }
    String code = codes.at(SECRET, now);
    assertEquals(OptionalLong.of(step), codes.step(SECRET, code, now, step - 1));
    assertEquals(OptionalLong.empty(), codes.step(SECRET, code, now, step));
    assertEquals(OptionalLong.empty(), codes.step(SECRET, "", now, -1));
  }
}
