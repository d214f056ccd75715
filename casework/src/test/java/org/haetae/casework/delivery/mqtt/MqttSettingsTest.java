package org.haetae.casework.delivery.mqtt;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MqttSettingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a/#", "a/+/b", "$SYS", "/a", "a/", "a\u0000b"})
  void aPrefixThatIsNoTopicIsRefused(String prefix) {
    assertThrows(
        IllegalArgumentException.class, () -> new MqttMessages(prefix, Duration.ofMinutes(1)));
  }

  @Test
  void aMessageThatNeverLivesIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new MqttMessages("a", Duration.ofMillis(999)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"broker.example", "10.0.0.1", "127.0.0.1.example"})
  void withoutTlsOnlyThisMachineIsSpokenTo(String host) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new MqttBroker(host, 1883, "haetae", Optional.empty(), Optional.empty()));
  }
}
