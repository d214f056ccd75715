package org.haetae.casework.vault.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** An AES-256-GCM key. Its text never shows it. Safe for many threads. */
public final class DataKey {
  private final KeysetHandle keys;
  private final Aead aead;

  DataKey(KeysetHandle keys) throws GeneralSecurityException {
    this.keys = keys;
    this.aead = keys.getPrimitive(AeadConfig2026.get(), Aead.class);
  }

  /** A new random one. */
  public static DataKey generated() throws GeneralSecurityException {
    return new DataKey(
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
  }

  /**
   * Seals {@code plain}, so that it can only be opened together with the same {@code label}; the
   * label itself is not hidden. Each call answers other bytes.
   */
  public byte[] seal(byte[] plain, byte[] label) throws GeneralSecurityException {
    return aead.encrypt(plain, label);
  }

  /**
   * What was sealed; the caller zeroes it after use.
   *
   * @throws GeneralSecurityException where a bit of it, the label or the key differs
   */
  public byte[] open(byte[] sealed, byte[] label) throws GeneralSecurityException {
    return aead.decrypt(sealed, label);
  }

  /** Whether both are the same key. */
  public boolean same(DataKey other) {
    return keys.equalsKeyset(other.keys);
  }

  KeysetHandle keys() {
    return keys;
  }

  @Override
  public String toString() {
    return "DataKey";
  }
}
