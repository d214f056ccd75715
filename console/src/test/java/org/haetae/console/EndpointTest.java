package org.haetae.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointTest {
  private static final Optional<Endpoint.Certificate> CERTIFICATE =
      Optional.of(new Endpoint.Certificate(Path.of("a.p12"), Path.of("a.password")));

  @Test
  void beyondThisMachineNothingIsServedInTheClear() {
    for (String host : List.of("0.0.0.0", "::", "192.0.2.7", "haetae.example")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Endpoint(host, 8480, List.of(), Optional.empty()));
      assertEquals("https", new Endpoint(host, 8480, List.of(), CERTIFICATE).scheme());
    }
    assertEquals("http", Endpoint.local(8480).scheme());
  }

  @Test
  void itAnswersToItsOwnNamesOnly() {
    Endpoint endpoint = new Endpoint("0.0.0.0", 8480, List.of("haetae.example"), CERTIFICATE);
    assertTrue(endpoint.answersTo("haetae.example"));
    assertTrue(endpoint.answersTo("localhost"));
    assertTrue(endpoint.answersTo("haetae.example:8480"));
    assertTrue(endpoint.answersTo("[::1]:8480"));
    assertTrue(endpoint.answersTo("0.0.0.0:1"));
    for (String other :
        List.of("evil.example:8480", "localhost.evil.example", "localhost:8480:1")) {
      assertFalse(endpoint.answersTo(other), other);
    }
    assertFalse(endpoint.answersTo("evil.example"));
    assertFalse(endpoint.answersTo(""));
    assertEquals("https://haetae.example:8480/", endpoint.address(8480));
  }
}
