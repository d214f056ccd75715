package org.haetae.casework.delivery.mqtt;

import java.util.Optional;
import org.haetae.casework.delivery.access.Login;
import org.haetae.casework.delivery.access.Loopback;
import org.haetae.casework.delivery.access.Trust;

/**
 * Where messages are handed in.
 *
 * @param port 8883 as a rule
 * @param client by which the broker knows us; of two connections with the same one it ends the
 *     older
 * @param trust to speak TLS, without which nothing is sent; empty to speak without, which only a
 *     broker on this machine may be spoken to
 */
public record MqttBroker(
    String host, int port, String client, Optional<Trust> trust, Optional<Login> login) {
  public MqttBroker {
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "an MQTT broker needs a host and a port from 1 to 65535, 8883 as a rule");
    }
    if (!client.matches("[0-9a-zA-Z-]{1,64}")) {
      throw new IllegalArgumentException(
          "an MQTT client's name has 1 to 64 letters, digits and hyphens");
    }
    if (trust.isEmpty() && !Loopback.is(host)) {
      throw new IllegalArgumentException(
          "MQTT is spoken without TLS only on this machine (localhost): for other brokers use TLS");
    }
  }
}
