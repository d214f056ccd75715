package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of the codes of release notices. At first it is worked out from the master key, as it
 * was before it had a file of its own; then it stays, whatever becomes of the master key, so that
 * codes that people hold stay good.
 */
final class NoticeSecret {
  private static final String NAME = "notice-codes";
  private static final String ALGORITHM = "HmacSHA256";

  private NoticeSecret() {}

  /**
   * @throws VaultException where it can't be read or made
   */
  static byte[] of(KeyFolder columns, Path master) {
    return columns.secret(NAME, () -> derived(master));
  }

  /** HMAC of a label, as the expansion of HKDF (RFC 5869). */
  private static byte[] derived(Path master) {
    byte[] file = new byte[0];
    try {
      file = Files.readAllBytes(master);
      byte[] key = MessageDigest.getInstance("SHA-256").digest(file);
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal("haetae release notice code".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException | GeneralSecurityException e) {
      throw new VaultException("the master key %s can't be read".formatted(master), e);
    } finally {
      Arrays.fill(file, (byte) 0);
    }
  }
}
