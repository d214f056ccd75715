package org.haetae.casework.release;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.haetae.domain.id.CaseId;

/**
 * The six digits that a notice carries and that prove, given back, that it was heard. They are made
 * from a secret and are written down nowhere, so that who reads the records can't confirm for
 * somebody else. Truncated as in HOTP (RFC 4226, section 5.3). Safe for many threads.
 */
public final class NoticePin {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int DIGITS = 1_000_000;

  private final SecretKeySpec secret;

  /**
   * @param secret at least 16 bytes
   */
  public NoticePin(byte[] secret) {
    if (secret.length < 16) {
      throw new IllegalArgumentException("a secret of a notice's code needs 16 bytes or more");
    }
    this.secret = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * The code of a notice for one who must know.
   *
   * @param file whose notice it is; one report reaches several cases, and what one person was told
   *     must not confirm for another
   */
  public String code(CaseId file, String noticeKey, Recipient to) {
    byte[] mac = mac(to.name() + "\n" + file + "\n" + noticeKey);
    int offset = mac[mac.length - 1] & 0xf;
    int number =
        (mac[offset] & 0x7f) << 24
            | (mac[offset + 1] & 0xff) << 16
            | (mac[offset + 2] & 0xff) << 8
            | (mac[offset + 3] & 0xff);
    return String.format(Locale.ROOT, "%06d", number % DIGITS);
  }

  /** Whether {@code given} is the code; takes the same time for each wrong one. */
  public boolean matches(CaseId file, String noticeKey, Recipient to, String given) {
    return MessageDigest.isEqual(
        code(file, noticeKey, to).getBytes(StandardCharsets.US_ASCII),
        given.strip().getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }
}
