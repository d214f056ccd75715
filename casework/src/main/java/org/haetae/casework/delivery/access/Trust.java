package org.haetae.casework.delivery.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates a channel believes. A receiver's host name is checked besides. Immutable. */
public final class Trust {
  private final TrustManagerFactory factory;

  private Trust(TrustManagerFactory factory) {
    this.factory = factory;
  }

  /** The authorities that come with the JDK. */
  public static Trust usual() {
    try {
      TrustManagerFactory factory = begun();
      factory.init((KeyStore) null);
      return new Trust(factory);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has trusted authorities", e);
    }
  }

  /**
   * Only the authorities or certificates in a file.
   *
   * @param file X.509 certificates in PEM
   * @throws IllegalArgumentException where the file holds none
   * @throws IOException where it can't be read
   */
  public static Trust only(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate : certificates(in)) {
        store.setCertificateEntry(Integer.toString(store.size()), certificate);
      }
      TrustManagerFactory factory = begun();
      factory.init(store);
      return new Trust(factory);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has key stores", e);
    }
  }

  private static Collection<? extends Certificate> certificates(InputStream in) {
    try {
      var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (!found.isEmpty()) {
        return found;
      }
      throw new IllegalArgumentException(
          "the file of trusted certificates holds none: give certificates in PEM, which begin with"
              + " -----BEGIN CERTIFICATE-----");
    } catch (CertificateException e) {
      throw new IllegalArgumentException(
          "the file of trusted certificates can't be read as one: give certificates in PEM, which"
              + " begin with -----BEGIN CERTIFICATE-----",
          e);
    }
  }

  private static TrustManagerFactory begun() throws GeneralSecurityException {
    return TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
  }

  public TrustManagerFactory factory() {
    return factory;
  }

  public SSLSocketFactory sockets() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK speaks TLS", e);
    }
  }
}
