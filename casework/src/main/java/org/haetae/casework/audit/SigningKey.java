package org.haetae.casework.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** Signs checkpoints by Ed25519 (RFC 8032). Its text never shows it. Safe for many threads. */
public final class SigningKey {
  static final String ALGORITHM = "Ed25519";
  private static final String PRIVATE = "PRIVATE KEY";

  private final PrivateKey secret;
  private final VerifyingKey open;

  private SigningKey(PrivateKey secret, VerifyingKey open) {
    this.secret = secret;
    this.open = open;
  }

  public static SigningKey generated() throws GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    return new SigningKey(pair.getPrivate(), VerifyingKey.of(pair.getPublic()));
  }

  /**
   * The key that {@link #pem} wrote.
   *
   * @throws GeneralSecurityException where it is none
   */
  public static SigningKey parsed(String pem) throws GeneralSecurityException {
    PrivateKey secret =
        KeyFactory.getInstance(ALGORITHM)
            .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(pem, PRIVATE)));
    SigningKey key = new SigningKey(secret, VerifyingKey.parsed(pem));
    SignedCheckpoint trial = key.sign(new Checkpoint(1, Link.GENESIS, Instant.EPOCH));
    if (!key.open.signed(trial)) {
      throw new GeneralSecurityException("its two halves don't belong together");
    }
    return key;
  }

  /** Both halves, the secret one first (RFC 7468). */
  public String pem() {
    return Pem.write(secret.getEncoded(), PRIVATE) + open.pem();
  }

  public VerifyingKey verifying() {
    return open;
  }

  public SignedCheckpoint sign(Checkpoint checkpoint) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
      return new SignedCheckpoint(checkpoint, Base64.getEncoder().encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a checkpoint can't be signed", e);
    }
  }

  @Override
  public String toString() {
    return "SigningKey";
  }
}
