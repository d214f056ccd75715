package org.haetae.casework.delivery.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.haetae.casework.delivery.DeliveryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "10.1.2.3, true",
    "172.16.0.1, true",
    "192.168.1.9, true",
    "169.254.169.254, true",
    "100.64.0.1, true",
    "0.0.0.0, true",
    "0.1.2.3, true",
    "224.0.0.1, true",
    "::1, true",
    "fe80::1, true",
    "fd12:3456::1, true",
    "::ffff:127.0.0.1, true",
    "168.63.129.16, true",
    "192.0.0.192, true",
    "198.19.255.255, true",
    "255.255.255.255, true",
    "::, true",
    "::127.0.0.1, true",
    "64:ff9b::7f00:1, true",
    "2002:7f00:1::, true",
    "fec0::1, true",
    "ff02::1, true",
    "fd00:ec2::254, true",
    "100.63.255.255, false",
    "100.128.0.1, false",
    "126.255.255.255, false",
    "223.255.255.255, false",
    "198.20.0.1, false",
    "172.32.0.1, false",
    "93.184.215.14, false",
    "2606:2800::1, false"
  })
  void tellsInternalAddresses(String address, boolean internal) throws UnknownHostException {
    assertEquals(internal, InternalAddress.is(InetAddress.getByName(address)));
  }

  @Test
  void aNameThatLeadsInsideIsRefusedUnlessMeant() {
    DeliveryException refusal =
        assertThrows(
            DeliveryException.class,
            () -> new WebhookAddress(URI.create("https://localhost/hook"), false).check());
    assertTrue(String.valueOf(refusal.getMessage()).contains("internal: true"));
    assertDoesNotThrow(() -> new WebhookAddress(URI.create("http://localhost/hook"), true).check());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/hook",
        "ftp://example.org/hook",
        "https://kim:secret@example.org/hook",
        "https:///hook",
        "hook",
        "https://example.org/hook#part"
      })
  void otherAddressesAreRefusedWithoutRepeatingThem(String address) {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> new WebhookAddress(URI.create(address), false));
    assertTrue(!String.valueOf(refusal.getMessage()).contains("secret"));
  }
}
