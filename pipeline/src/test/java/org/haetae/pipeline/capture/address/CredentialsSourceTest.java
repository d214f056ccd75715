package org.haetae.pipeline.capture.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.haetae.pipeline.capture.address.CredentialsSource.PasswordFile;
import org.haetae.pipeline.capture.address.CredentialsSource.PasswordVariable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsSourceTest {
  @TempDir private Path temp = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {" geheim#1 ", " geheim#1 \n", " geheim#1 \r\n"})
  void aFilesOnlyLineIsThePassword(String text) throws IOException {
    Path file = Files.writeString(temp.resolve("door"), text);
    Credentials read = new PasswordFile("admin", file).load(Map.of()).credentials();
    assertEquals(new Credentials("admin", new Secret(" geheim#1 ")), read);
  }

  @Test
  void aFileThatEverybodyMayReadIsWarnedOf() throws IOException {
    Path file = Files.writeString(temp.resolve("door"), "geheim");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    String warning = new PasswordFile("admin", file).load(Map.of()).warning().orElseThrow();
    assertTrue(warning.contains("chmod 600"), warning);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertTrue(new PasswordFile("admin", file).load(Map.of()).warning().isEmpty());
  }

  @Test
  void aVariableHoldsThePassword() {
    assertEquals(
        new Secret("geheim"),
        new PasswordVariable("admin", "DOOR")
            .load(Map.of("DOOR", "geheim"))
            .credentials()
            .password());
  }

  @Test
  void whatCannotBeReadIsSaidWithoutThePassword() throws IOException {
    refused(new PasswordVariable("admin", "DOOR"), "DOOR");
    refused(new PasswordFile("admin", temp.resolve("nowhere")), "can't be read");
    refused(new PasswordFile("admin", Files.writeString(temp.resolve("a"), "\n")), "is empty");
    refused(
        new PasswordFile("admin", Files.writeString(temp.resolve("b"), "geheim\nzweite")),
        "control character");
    refused(
        new PasswordFile("admin", Files.writeString(temp.resolve("c"), "x".repeat(5000))),
        "too long");
    refused(
        new PasswordFile("a:b", Files.writeString(temp.resolve("d"), "geheim")), "neither a colon");
  }

  private static void refused(CredentialsSource source, String part) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> source.load(Map.of())).toString();
    assertTrue(message.contains(part), message);
    assertFalse(message.contains("geheim"), message);
  }
}
