package org.haetae.pipeline.capture.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.haetae.pipeline.capture.Refusals;

/** What is taken for an address means the same to every reader, and what isn't is refused. */
class StreamAddressFuzzTest {
  @FuzzTest(maxDuration = "90s")
  void parse(byte[] bytes) {
    StreamAddress read;
    try {
      read = StreamAddress.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      Refusals.assertMeant(e);
      return;
    }
    String sent = read.forTheCamera();
    assertEquals(read, StreamAddress.parse(sent));
    assertTrue(read.port() >= 1 && read.port() <= 65_535);
    assertFalse(read.toString().contains("="), read::toString);
    URI other = URI.create(read.origin());
    assertEquals(read.scheme().text(), other.getScheme());
    assertEquals(
        read.host(), String.valueOf(other.getAuthority()).replaceAll("[\\[\\]]|:\\d+$", ""));
  }
}
