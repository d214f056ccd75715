package org.haetae.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import org.haetae.console.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "files are private by POSIX modes")
class OwnCertificateTest {
  @TempDir private Path folder = Path.of("");

  private Endpoint.Certificate certificate() {
    return new Endpoint.Certificate(
        folder.resolve("console.p12"), folder.resolve("console.p12.password"));
  }

  @Test
  void itIsMadeOnceForItsNamesAndNobodyElsesEyes() throws Exception {
    assertTrue(OwnCertificate.make(certificate(), "0.0.0.0", List.of("haetae.example")));
    String fingerprint = OwnCertificate.fingerprint(certificate());
    assertTrue(fingerprint.matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), fingerprint);
    assertFalse(OwnCertificate.make(certificate(), "0.0.0.0", List.of("haetae.example")));
    assertEquals(fingerprint, OwnCertificate.fingerprint(certificate()), "never made anew");
    for (Path file : List.of(certificate().store(), certificate().passwordFile())) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertEquals(2, left());
    KeyStore store =
        KeyStore.getInstance(
            certificate().store().toFile(),
            Files.readString(certificate().passwordFile()).toCharArray());
    X509Certificate made = (X509Certificate) store.getCertificate("haetae");
    assertEquals("CN=haetae.example", made.getSubjectX500Principal().getName());
    assertTrue(made.getSubjectAlternativeNames().toString().contains("haetae.example"));
  }

  @Test
  void aFolderThatIsNotThereLeavesNothingBehind() throws Exception {
    Path nowhere = folder.resolve("nowhere");
    Endpoint.Certificate there =
        new Endpoint.Certificate(nowhere.resolve("a.p12"), nowhere.resolve("a.password"));
    boolean failed = false;
    try {
      boolean _ = OwnCertificate.make(there, "0.0.0.0", List.of());
    } catch (IOException expected) {
      failed = true;
    }
    assertTrue(failed);
    assertEquals(0, left());
  }

  private long left() throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }
}
