package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.haetae.casework.audit.SigningKey;

/** Where the key lies that signs checkpoints of the audit trail: beside the master key. */
public final class AuditKeyFile {
  private static final String WHAT = "the key of the audit trail";

  private AuditKeyFile() {}

  /**
   * The key in {@code file}, made there on first use.
   *
   * @throws VaultException where others can read it, it is damaged or can't be made
   */
  public static SigningKey open(Path file) {
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      PrivateFiles.requirePrivate(file, WHAT);
      return SigningKey.parsed(Files.readString(file, StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new VaultException("%s %s can't be read or made".formatted(WHAT, file), e);
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "%s %s is damaged: put back the copy that you keep of it".formatted(WHAT, file));
    }
  }

  private static void create(Path file) throws IOException, GeneralSecurityException {
    byte[] pem = SigningKey.generated().pem().getBytes(StandardCharsets.US_ASCII);
    PrivateFiles.createWhole(file, pem);
  }
}
