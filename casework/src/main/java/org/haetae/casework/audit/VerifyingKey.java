package org.haetae.casework.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/** Knows checkpoints that its other half signed. No secret. Safe for many threads. */
public final class VerifyingKey {
  private static final String PUBLIC = "PUBLIC KEY";

  private final PublicKey key;

  private VerifyingKey(PublicKey key) {
    this.key = key;
  }

  static VerifyingKey of(PublicKey key) {
    return new VerifyingKey(key);
  }

  /**
   * The key in a text that {@link #pem} wrote.
   *
   * @throws GeneralSecurityException where it holds none
   */
  public static VerifyingKey parsed(String pem) throws GeneralSecurityException {
    return new VerifyingKey(
        KeyFactory.getInstance(SigningKey.ALGORITHM)
            .generatePublic(new X509EncodedKeySpec(Pem.read(pem, PUBLIC))));
  }

  /** As other programs read it, openssl for one (RFC 7468, RFC 8410). */
  public String pem() {
    return Pem.write(key.getEncoded(), PUBLIC);
  }

  public boolean signed(SignedCheckpoint signed) {
    try {
      Signature signature = Signature.getInstance(SigningKey.ALGORITHM);
      signature.initVerify(key);
      signature.update(signed.checkpoint().text().getBytes(StandardCharsets.UTF_8));
      return signature.verify(signed.signatureBytes());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
