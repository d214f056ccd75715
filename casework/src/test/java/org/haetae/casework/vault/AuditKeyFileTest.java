package org.haetae.casework.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditKeyFileTest {
  @TempDir Path place;

  @Test
  void theKeyIsMadeOnceForItsOwnerAlone() throws Exception {
    Path file = place.resolve("audit.key");
    String key = AuditKeyFile.open(file).verifying().pem();
    assertEquals(key, AuditKeyFile.open(file).verifying().pem());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    VaultException open = assertThrows(VaultException.class, () -> AuditKeyFile.open(file));
    assertTrue(String.valueOf(open.getMessage()).contains("chmod go="), open.getMessage());
  }

  @Test
  void halvesOfTwoKeysAreNone() throws Exception {
    Path one = place.resolve("one.key");
    Path two = place.resolve("two.key");
    String first = AuditKeyFile.open(one).pem();
    String second = AuditKeyFile.open(two).pem();
    int half = first.indexOf("-----BEGIN PUBLIC");
    Files.writeString(
        one, first.substring(0, half) + second.substring(second.indexOf("-----BEGIN PUBLIC")));
    assertThrows(VaultException.class, () -> AuditKeyFile.open(one));
    Files.writeString(two, "nonsense");
    assertThrows(VaultException.class, () -> AuditKeyFile.open(two));
  }
}
