package org.haetae.casework.delivery.emergency;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.haetae.casework.delivery.DeliveryException;
import org.haetae.casework.delivery.http.HttpSender;
import org.haetae.casework.watch.EmergencySystem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts signed JSON: {@code kind} watch-registration, {@code key}, {@code watch}, {@code person},
 * {@code station}, {@code issued} (ISO 8601, UTC), and reads the {@code confirmation} out of the
 * answer. The receiver must give the same number for the same key. Keys are a contract: they may be
 * added to, never renamed.
 */
public final class EmergencyHttp implements EmergencySystem, AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LONGEST_NUMBER = 64;

  private final HttpSender sender;

  /**
   * @param sender is closed with this
   */
  public EmergencyHttp(HttpSender sender) {
    this.sender = sender;
  }

  @Override
  public Answer register(Registration registration) throws InterruptedException {
    try {
      return read(sender.ask(registration.key(), "application/json", body(registration)));
    } catch (DeliveryException e) {
      return new Answer.Failed(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] body(Registration registration) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", "watch-registration");
    map.put("key", registration.key().toString());
    map.put("watch", registration.watch().value());
    map.put("person", registration.person().value());
    map.put("station", registration.station().value());
    map.put("issued", registration.issued().toString());
    return MAPPER.writeValueAsString(map).getBytes(StandardCharsets.UTF_8);
  }

  private static Answer read(String answer) {
    try {
      JsonNode number = MAPPER.readTree(answer).path("confirmation");
      String text = number.asString("").strip();
      return text.isEmpty() || text.length() > LONGEST_NUMBER
          ? new Answer.Failed("its answer has no confirmation")
          : new Answer.Confirmed(text);
    } catch (JacksonException e) {
      return new Answer.Failed("its answer is no JSON");
    }
  }

  @Override
  public void close() {
    sender.close();
  }
}
