package org.haetae.casework.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Messages as watches send them. */
public final class Said {
  private Said() {}

  public static byte[] heartbeat(Instant at, int battery) {
    return bytes(
        """
        {"id": "%s", "at": "%s", "kind": "heartbeat", "battery": %d,
         "position": {"lat": 37.5665, "lon": 126.978, "at": "%s"}, "firmware": {"is": ["1.4"]}}
        """
            .formatted(UUID.randomUUID(), at, battery, at));
  }

  public static byte[] heartbeatFromNowhere(Instant at, int battery) {
    return bytes(
        "{\"id\":\"%s\",\"at\":\"%s\",\"kind\":\"heartbeat\",\"battery\":%d}"
            .formatted(UUID.randomUUID(), at, battery));
  }

  public static byte[] sos(UUID id, Instant at) {
    return bytes(
        """
        {"id": "%s", "at": "%s", "kind": "sos", "battery": 12,
         "position": {"lat": 37.5701, "lon": 126.9826, "at": "%s"}}
        """
            .formatted(id, at, at.minusSeconds(20)));
  }

  public static byte[] bareSos(UUID id, Instant at) {
    return bytes("{\"id\":\"%s\",\"at\":\"%s\",\"kind\":\"sos\"}".formatted(id, at));
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
