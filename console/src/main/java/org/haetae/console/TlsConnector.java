package org.haetae.console;

import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS 1.2 and 1.3 (RFC 9325, section 3.1.1) with a certificate that may be renewed meanwhile. */
final class TlsConnector {
  private static final int SECONDS_BETWEEN_LOOKS = 60;

  private TlsConnector() {}

  /**
   * @throws IOException where the password can't be read
   */
  static ServerConnector on(Server server, HttpConfiguration http, Endpoint endpoint)
      throws IOException {
    Endpoint.Certificate certificate = endpoint.certificate().orElseThrow();
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStoreType("PKCS12");
    tls.setKeyStorePath(certificate.store().toString());
    tls.setKeyStorePassword(
        Files.readString(certificate.passwordFile()).lines().findFirst().orElse(""));
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    tls.setRenegotiationAllowed(false);
    server.addBean(scanner(tls));
    HttpConfiguration secure = new HttpConfiguration(http);
    SecureRequestCustomizer customizer = new SecureRequestCustomizer();
    // Which names are answered to is the guard's to say, and bare addresses have no SNI.
    customizer.setSniHostCheck(false);
    secure.addCustomizer(customizer);
    ServerConnector connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(secure));
    connector.setHost(endpoint.host());
    connector.setPort(endpoint.port());
    return connector;
  }

  private static KeyStoreScanner scanner(SslContextFactory.Server tls) {
    KeyStoreScanner scanner = new KeyStoreScanner(tls);
    scanner.setScanInterval(SECONDS_BETWEEN_LOOKS);
    return scanner;
  }
}
