package org.haetae.casework.delivery.json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.haetae.casework.delivery.Notice;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a webhook and of an MQTT message. Keys are a contract: they may be added to, never
 * renamed. Instants are ISO 8601 in UTC, distances metres.
 *
 * <p>Every notice has {@code kind} (threat, technical, canary), {@code key} and {@code at}. A
 * threat adds {@code incident}, {@code alert}, {@code tier}, {@code severity} (notice, warning,
 * danger), {@code order}, {@code respondent}, {@code place}, {@code camera}, {@code metres}, {@code
 * trend} (approaching, steady, leaving, unknown), {@code seen} and {@code decided}; a technical
 * alarm adds {@code code}, {@code parts} and {@code over}.
 */
public final class NoticeJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private NoticeJson() {}

  /** In UTF-8. */
  public static byte[] of(Notice notice) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", lower(notice.queue()));
    map.put("key", notice.key().toString());
    map.put("at", notice.at().toString());
    switch (notice) {
      case Notice.Threat threat -> put(map, threat);
      case Notice.Technical technical -> {
        map.put("code", technical.code());
        map.put("parts", technical.parts());
        map.put("over", technical.over());
      }
      case Notice.Canary _ -> {}
    }
    return MAPPER.writeValueAsString(map).getBytes(StandardCharsets.UTF_8);
  }

  private static void put(Map<String, Object> map, Notice.Threat threat) {
    map.put("incident", threat.incident().toString());
    map.put("alert", threat.alert().toString());
    map.put("tier", threat.tier());
    map.put("severity", lower(threat.severity()));
    map.put("order", threat.order().value());
    map.put("respondent", threat.respondent().value());
    map.put("place", threat.place().value());
    map.put("camera", threat.camera().value());
    map.put("metres", threat.metres());
    map.put("trend", lower(threat.trend()));
    map.put("seen", threat.seen().toString());
    map.put("decided", threat.decided().toString());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
