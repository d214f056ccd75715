package org.haetae.casework.delivery.access;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that signs itself, made by the JDK's keytool.
 *
 * @param store PKCS 12, with the password {@link #PASSWORD}
 * @param pem the certificate
 */
public record TestCertificate(Path store, Path pem) {
  public static final String PASSWORD = "of-the-test";

  /**
   * @param host a name or, as {@code ip:127.0.0.1}, an address
   */
  public static TestCertificate of(Path folder, String host) throws Exception {
    String name = host.replace(':', '-');
    Path store = folder.resolve(name + ".p12");
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String subject = host.contains(":") ? host : "dns:" + host;
    Process made =
        new ProcessBuilder(
                List.of(
                    tool.toString(),
                    "-genkeypair",
                    "-alias",
                    "test",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=test",
                    "-ext",
                    "san=" + subject,
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    store.toString()))
            .inheritIO()
            .start();
    if (made.waitFor() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    byte[] certificate = load(store).getCertificate("test").getEncoded();
    Path pem =
        Files.writeString(
            folder.resolve(name + ".pem"),
            "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                .formatted(Base64.getMimeEncoder().encodeToString(certificate)));
    return new TestCertificate(store, pem);
  }

  /** For a server that shows this certificate. */
  public SSLContext server() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(load(store), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static KeyStore load(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }
}
