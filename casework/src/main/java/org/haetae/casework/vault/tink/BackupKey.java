package org.haetae.casework.vault.tink;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig2026;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/**
 * A key for streams of any length: AES-256-GCM by segments of 4 KB under a key of each stream's own
 * (HKDF), so that a segment can't be changed, moved or left out (Hoang, Reyhanitabar, Rogaway,
 * Vizár 2015, nOAE). Its text never shows it. Safe for many threads.
 */
public final class BackupKey {
  private final KeysetHandle keys;
  private final StreamingAead aead;

  private BackupKey(KeysetHandle keys) throws GeneralSecurityException {
    this.keys = keys;
    this.aead = keys.getPrimitive(StreamingAeadConfig2026.get(), StreamingAead.class);
  }

  /** A new random one. */
  public static BackupKey generated() throws GeneralSecurityException {
    return new BackupKey(
        KeysetHandle.generateNew(
            PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB, StreamingAeadConfig2026.get()));
  }

  /**
   * The key that {@link #bytes} were written from.
   *
   * @throws GeneralSecurityException where they are no such key
   */
  public static BackupKey parsed(byte[] bytes) throws GeneralSecurityException {
    return new BackupKey(
        TinkProtoKeysetFormat.parseKeyset(
            bytes, InsecureSecretKeyAccess.get(), StreamingAeadConfig2026.get()));
  }

  /** The key itself, in the clear; the caller zeroes it after use. */
  public byte[] bytes() throws GeneralSecurityException {
    return TinkProtoKeysetFormat.serializeKeyset(
        keys, InsecureSecretKeyAccess.get(), StreamingAeadConfig2026.get());
  }

  /** A number by which keys are told apart; it says nothing of the key itself. */
  public String id() {
    return Integer.toHexString(keys.getPrimary().getId());
  }

  /** Seals what is written, together with {@code label}; whole once the stream is closed. */
  public OutputStream sealing(OutputStream out, byte[] label)
      throws GeneralSecurityException, IOException {
    return aead.newEncryptingStream(out, label);
  }

  /**
   * What was sealed with the same label. Reading throws {@link IOException} at the first segment
   * that differs, and at the end where one is missing: what was read before counts only then.
   */
  public InputStream opening(InputStream in, byte[] label)
      throws GeneralSecurityException, IOException {
    return aead.newDecryptingStream(in, label);
  }

  @Override
  public String toString() {
    return "BackupKey";
  }
}
