package org.haetae.casework.delivery.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.SampleNotices;
import org.haetae.casework.delivery.access.Login;
import org.haetae.casework.delivery.access.Secret;
import org.haetae.casework.delivery.access.TestCertificate;
import org.haetae.casework.delivery.access.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTlsTest {
  private static final Login LOGIN = new Login("haetae", new Secret("open-sesame"));

  @TempDir Path folder;

  private static MailChannel channel(StartTlsServer server, Trust trust) {
    return new MailChannel(
        "mail",
        new MailServer("localhost", server.port(), Optional.of(trust), Optional.of(LOGIN)),
        GreenMailPeer.ENVELOPE,
        Duration.ofSeconds(20));
  }

  @Test
  void nothingButTheGreetingIsSaidInTheClear() throws Exception {
    TestCertificate certificate = TestCertificate.of(folder, "localhost");
    Notice notice = SampleNotices.threat();
    try (StartTlsServer server = new StartTlsServer(certificate.server());
        MailChannel channel = channel(server, Trust.only(certificate.pem()))) {
      channel.send(notice);
      List<String> clear =
          server.lines().stream().filter(l -> !l.encrypted()).map(l -> l.text()).toList();
      assertEquals(List.of("EHLO station.example", "STARTTLS"), clear);
      String id = "Message-ID: <%s@station.example>".formatted(notice.key());
      assertTrue(server.lines().contains(new StartTlsServer.Line(true, id)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "mail.elsewhere.example"})
  void aWrongCertificateIsSaidAndNothingIsSent(String host) throws Exception {
    TestCertificate shown = TestCertificate.of(folder, host);
    // Either signed by somebody who is not trusted, or trusted and made out to another host.
    Trust trust = host.equals("localhost") ? Trust.usual() : Trust.only(shown.pem());
    try (StartTlsServer server = new StartTlsServer(shown.server());
        MailChannel channel = channel(server, trust)) {
      DeliveryException refusal =
          assertThrows(DeliveryException.class, () -> channel.send(SampleNotices.threat()));
      assertEquals(
          "the mail server's certificate is not trusted: give its authority's certificate, or mend"
              + " its host's name",
          refusal.getMessage());
      assertFalse(server.lines().stream().anyMatch(l -> l.text().startsWith("MAIL")));
      assertFalse(server.lines().stream().anyMatch(l -> l.text().startsWith("AUTH")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail.example", "127.0.0.1.example", "10.0.0.1", "localhost.example"})
  void withoutTlsOnlyThisMachineIsSpokenTo(String host) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new MailServer(host, 25, Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kim", "Kim <kim@station.example>", "a@b, c@d", "a@b\nBcc: c@d"})
  void whatIsNoAddressIsRefusedWithoutRepeatingIt(String address) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new MailEnvelope("haetae@station.example", List.of(address), ZoneOffset.UTC));
    assertTrue(!String.valueOf(refusal.getMessage()).contains("kim"));
  }

  @Test
  void aPasswordIsNeverPrinted() {
    assertEquals("Login[user=haetae, password=Secret[hidden]]", LOGIN.toString());
  }
}
