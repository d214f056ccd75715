package org.haetae.casework.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.haetae.casework.vault.tink.MasterKey;

/** Where the master key lies: outside the database and outside the folder of the data keys. */
final class MasterKeyFile {
  private static final String WHAT = "the master key";

  private MasterKeyFile() {}

  /** Makes one, unless another process is quicker: then that one's counts. */
  static MasterKey create(Path file) throws IOException, GeneralSecurityException {
    MasterKey key = MasterKey.generated();
    byte[] clear = key.bytes();
    try {
      return PrivateFiles.createOnce(file, clear) ? key : read(file);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }

  /** The next one during a rotation, beside the one that counts. */
  static Path next(Path file) {
    return file.resolveSibling(file.getFileName() + ".next");
  }

  /** The last one during a rotation, until it is destroyed. */
  static Path old(Path file) {
    return file.resolveSibling(file.getFileName() + ".old");
  }

  /** Whether a rotation has begun and not ended. */
  static boolean rotating(Path file) {
    return Files.exists(next(file)) || Files.exists(old(file));
  }

  static MasterKey read(Path file) throws IOException {
    PrivateFiles.requirePrivate(file, WHAT);
    byte[] clear = Files.readAllBytes(file);
    try {
      return MasterKey.parsed(clear);
    } catch (GeneralSecurityException e) {
      // Tink's sentence may quote what it read.
      throw new VaultException(
          "%s %s is damaged: put back the copy that you keep of it".formatted(WHAT, file));
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }
}
