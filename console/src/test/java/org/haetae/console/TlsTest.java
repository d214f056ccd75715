package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console with a certificate, as it is beyond this machine. */
class TlsTest {
  private static final String PASSWORD = "a password of the store";

  @TempDir Path place;

  private Endpoint.Certificate certificate() throws Exception {
    Path store = place.resolve("console.p12");
    Path password = Files.writeString(place.resolve("console.password"), PASSWORD + "\n");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "haetae",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .inheritIO()
            .start();
    assertEquals(0, keytool.waitFor());
    return new Endpoint.Certificate(store, password);
  }

  private static HttpClient trusting(Path store) throws Exception {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  @Test
  void everythingIsEncryptedAndCookiesStayThere() throws Exception {
    Endpoint.Certificate certificate = certificate();
    Endpoint endpoint = new Endpoint("127.0.0.1", 0, List.of(), Optional.of(certificate));
    try (House house = new House(place);
        Console console = new Console(house.desks, endpoint, Optional.empty());
        HttpClient client = trusting(certificate.store())) {
      console.start();
      String address = console.address();
      assertTrue(address.startsWith("https://127.0.0.1:"), address);
      String link = house.accounts.pass(new UserId("operator-na")).secret();
      HttpResponse<String> entered =
          client.send(
              HttpRequest.newBuilder(URI.create(address + "enter/" + link))
                  .header("Origin", address.replaceFirst("/$", ""))
                  .POST(BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofString());
      assertEquals(303, entered.statusCode(), entered.body());
      String cookie = entered.headers().firstValue("Set-Cookie").orElse("");
      assertTrue(cookie.contains("; Secure") && cookie.contains("HttpOnly"), "no secure cookie");
      String always = entered.headers().firstValue("Strict-Transport-Security").orElse("");
      assertEquals("max-age=31536000", always);
      HttpResponse<String> wall =
          client.send(
              HttpRequest.newBuilder(URI.create(address + "wall"))
                  .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                  .build(),
              BodyHandlers.ofString());
      assertEquals(200, wall.statusCode());
      // Who speaks in the clear is not understood.
      HttpRequest clear =
          HttpRequest.newBuilder(URI.create(address.replace("https:", "http:") + "wall")).build();
      assertThrows(IOException.class, () -> refuse(client.send(clear, BodyHandlers.ofString())));
    }
  }

  private static void refuse(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() >= 400) {
      throw new IOException("refused with " + answer.statusCode());
    }
  }

  @Test
  void aPasswordThatDoesNotOpenTheStoreIsOneSentence() throws Exception {
    Endpoint.Certificate certificate = certificate();
    Files.writeString(certificate.passwordFile(), "another\n");
    Endpoint endpoint = new Endpoint("127.0.0.1", 0, List.of(), Optional.of(certificate));
    try (House house = new House(place);
        Console console = new Console(house.desks, endpoint, Optional.empty())) {
      IOException failed = assertThrows(IOException.class, console::start);
      assertTrue(String.valueOf(failed.getMessage()).startsWith("the console can't be served"));
    }
  }
}
