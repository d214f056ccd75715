package org.haetae.casework.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The code of somebody's phone (TOTP, RFC 6238: six digits, thirty seconds, HMAC-SHA-1, as every
 * authenticator app understands). Clocks may differ by one step. Safe for many threads.
 */
public final class OneTimeCode {
  /** As RFC 4226 recommends. */
  private static final int SECRET_BYTES = 20;

  private static final Duration STEP = Duration.ofSeconds(30);
  private static final char[] BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
  private static final int BITS = 5;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP);

  /** A new secret. */
  public static byte[] secret(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /** A secret as people type it into their phone (RFC 4648, base 32). */
  public static String typed(byte[] secret) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte next : secret) {
      held = (held << Byte.SIZE) | (next & 0xFF);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(BASE_32[(held >> bits) & 0x1F]);
      }
      held &= (1 << bits) - 1;
    }
    if (bits > 0) {
      text.append(BASE_32[(held << (BITS - bits)) & 0x1F]);
    }
    return text.toString();
  }

  /** The code of a moment. */
  public String at(byte[] secret, Instant at) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, generator.getAlgorithm()), at);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-1 is missing", e);
    }
  }

  /**
   * The time step that a code belongs to, if it is right now and its step is after {@code last}.
   *
   * @param last the newest step of which a code was taken
   */
  public OptionalLong step(byte[] secret, String code, Instant now, long last) {
    long found = -1;
    long present = now.getEpochSecond() / STEP.toSeconds();
    for (long step = present - 1; step <= present + 1; step++) {
      String right = at(secret, Instant.ofEpochSecond(step * STEP.toSeconds()));
      // All three, so that time tells nothing.
      if (MessageDigest.isEqual(ascii(right), ascii(code)) && step > last) {
        found = step;
      }
    }
    return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
