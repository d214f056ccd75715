package org.haetae.casework.delivery.person;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.delivery.text.Language;
import org.haetae.casework.delivery.text.ProtectedPersonText;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the gateway gets: {@code kind} person, {@code key}, {@code at} (ISO 8601, UTC), {@code
 * order} (by which it knows whom to tell), {@code severity} (notice, warning, danger) and {@code
 * texts} by language. A rehearsal has {@code kind} canary, {@code key} and {@code at}, and is
 * passed on to nobody. Keys are a contract: they may be added to, never renamed.
 */
final class PersonBody {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PersonBody() {}

  static byte[] of(Notice.Threat threat, ProtectedPersonText text) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      texts.put(language.tag(), text.of(threat, language));
    }
    Map<String, Object> map = begun("person", threat);
    map.put("order", threat.order().value());
    map.put("severity", threat.severity().name().toLowerCase(Locale.ROOT));
    map.put("texts", texts);
    return json(map);
  }

  static byte[] of(Notice.Canary canary) {
    return json(begun("canary", canary));
  }

  private static Map<String, Object> begun(String kind, Notice notice) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", kind);
    map.put("key", notice.key().toString());
    map.put("at", notice.at().toString());
    return map;
  }

  private static byte[] json(Map<String, Object> map) {
    return MAPPER.writeValueAsString(map).getBytes(StandardCharsets.UTF_8);
  }
}
