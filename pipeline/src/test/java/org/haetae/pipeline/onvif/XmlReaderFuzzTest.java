package org.haetae.pipeline.onvif;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;

/** Whatever a device sends is read or refused in a sentence, and nothing else. */
class XmlReaderFuzzTest {
  private static final ProbeMessage PROBE = new ProbeMessage("urn:uuid:1");

  private final XmlReader reader = new XmlReader();

  @FuzzTest(maxDuration = "90s")
  void read(byte[] bytes) {
    try {
      XmlElement root = reader.read(bytes);
      for (Discovered device : PROBE.matches(root, "192.0.2.7")) {
        assertFalse(device.name().chars().anyMatch(Character::isISOControl));
      }
      XmlElement body = Soap.body(root);
      DeviceClock.of(body, Instant.EPOCH).atDevice(Instant.EPOCH);
    } catch (OnvifException e) {
      assertFalse(String.valueOf(e.getMessage()).chars().anyMatch(Character::isISOControl));
    }
  }
}
