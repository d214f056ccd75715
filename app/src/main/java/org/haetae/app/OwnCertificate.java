package org.haetae.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.console.Endpoint;

/**
 * A certificate that a site signs itself, so that beyond this machine nothing is ever served in the
 * clear. Browsers warn of it until it is told to them; a certificate of the force's own takes its
 * place in the same file. Made by the JDK's keytool.
 */
final class OwnCertificate {
  /** As long as browsers accept one (CA/Browser Forum, Baseline Requirements, 6.3.2). */
  private static final int DAYS = 398;

  private static final int PASSWORD_BYTES = 24;
  private static final int SECONDS = 60;
  private static final String ALIAS = "haetae";

  private OwnCertificate() {}

  /**
   * Makes one where the store isn't there yet.
   *
   * @return whether it was made
   * @throws IOException where it can't be
   */
  static boolean make(Endpoint.Certificate certificate, String host, List<String> names)
      throws IOException {
    if (Files.exists(certificate.store())) {
      return false;
    }
    Path folder = certificate.store().toAbsolutePath().getParent();
    Path hidden =
        Files.createTempDirectory(
            folder,
            ".certificate",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path store = hidden.resolve("store");
    Path password = hidden.resolve("password");
    try {
      byte[] secret = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(secret);
      Files.writeString(password, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
      keytool(store, password, host, names);
      for (Path file : List.of(password, store)) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      // The password first: a store without one would be taken for a whole certificate.
      Files.move(password, certificate.passwordFile());
      Files.move(store, certificate.store());
      return true;
    } finally {
      Files.deleteIfExists(store);
      Files.deleteIfExists(password);
      Files.delete(hidden);
    }
  }

  private static void keytool(Path store, Path password, String host, List<String> names)
      throws IOException {
    String alternatives =
        Stream.concat(names.stream(), Stream.of("localhost", "127.0.0.1", host))
            .filter(name -> !name.equals("0.0.0.0") && !name.equals("::"))
            .distinct()
            .map(name -> (name.matches("[0-9.]+|.*:.*") ? "ip:" : "dns:") + name)
            .collect(Collectors.joining(","));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                String.valueOf(DAYS),
                "-dname",
                "CN=" + (names.isEmpty() ? "haetae" : names.getFirst()),
                "-ext",
                "san=" + alternatives,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:file",
                password.toString())
            .redirectErrorStream(true)
            .start();
    try (InputStream said = process.getInputStream()) {
      String text = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("keytool can't make a certificate: " + text);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("making a certificate was interrupted", e);
    }
  }

  /**
   * What a browser shows of the certificate, to be compared by eye: SHA-256, pairs of hexadecimal
   * digits.
   *
   * @throws IOException where the store can't be opened with its password
   */
  static String fingerprint(Endpoint.Certificate certificate) throws IOException {
    char[] password =
        Files.readString(certificate.passwordFile()).lines().findFirst().orElse("").toCharArray();
    try {
      KeyStore store = KeyStore.getInstance(certificate.store().toFile(), password);
      byte[] shown = store.getCertificate(store.aliases().nextElement()).getEncoded();
      return HexFormat.ofDelimiter(":")
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(shown));
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate %s can't be read".formatted(certificate.store()), e);
    }
  }
}
