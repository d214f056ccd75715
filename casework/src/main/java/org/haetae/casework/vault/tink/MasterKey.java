package org.haetae.casework.vault.tink;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** The key that wraps all others. Its text never shows it. Safe for many threads. */
public final class MasterKey {
  private final KeysetHandle keys;
  private final Aead aead;

  private MasterKey(KeysetHandle keys) throws GeneralSecurityException {
    this.keys = keys;
    this.aead = keys.getPrimitive(AeadConfig2026.get(), Aead.class);
  }

  /** A new random one. */
  public static MasterKey generated() throws GeneralSecurityException {
    return new MasterKey(
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
  }

  /**
   * The key that {@link #bytes} were written from.
   *
   * @throws GeneralSecurityException where they are no such key
   */
  public static MasterKey parsed(byte[] bytes) throws GeneralSecurityException {
    return new MasterKey(
        TinkProtoKeysetFormat.parseKeyset(
            bytes, InsecureSecretKeyAccess.get(), AeadConfig2026.get()));
  }

  /** The key itself, in the clear; the caller zeroes it after use. */
  public byte[] bytes() throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeKeyset(
        keys, InsecureSecretKeyAccess.get(), AeadConfig2026.get());
  }

  /** A data key as it may lie on a disk; it can only be unwrapped under the same name. */
  public byte[] wrap(DataKey key, byte[] name) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeEncryptedKeyset(
        key.keys(), aead, name, AeadConfig2026.get());
  }

  /**
   * The data key that was wrapped.
   *
   * @throws GeneralSecurityException where a bit of it, the name or this key differs
   */
  public DataKey unwrap(byte[] wrapped, byte[] name) throws GeneralSecurityException {
    return new DataKey(
        TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, aead, name, AeadConfig2026.get()));
  }

  /** A secret that is no key of Tink's, as it may lie on a disk. */
  public byte[] seal(byte[] secret, byte[] name) throws GeneralSecurityException {
    return aead.encrypt(secret, name);
  }

  /**
   * The secret that was sealed; the caller zeroes it after use.
   *
   * @throws GeneralSecurityException where a bit of it, the name or this key differs
   */
  public byte[] open(byte[] sealed, byte[] name) throws GeneralSecurityException {
    return aead.decrypt(sealed, name);
  }

  @Override
  public String toString() {
    return "MasterKey";
  }
}
