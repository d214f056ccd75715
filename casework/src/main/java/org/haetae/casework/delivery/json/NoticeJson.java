package org.haetae.casework.delivery.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.haetae.casework.delivery.Notice;
import org.haetae.casework.watch.Fix;
import org.haetae.casework.watch.SosCall;
import org.haetae.domain.alert.Severity;
import org.haetae.domain.id.PlaceId;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a webhook and of an MQTT message. Keys are a contract: they may be added to, never
 * renamed. Instants are ISO 8601 in UTC, distances metres.
 *
 * <p>Every notice has {@code kind} (threat, sos, technical, canary), {@code key} and {@code at}. A
 * threat adds {@code incident}, {@code alert}, {@code tier}, {@code severity} (notice, warning,
 * danger), {@code order}, {@code respondent}, {@code place}, {@code camera}, {@code metres}, {@code
 * trend} (approaching, steady, leaving, unknown), {@code seen} and {@code decided}; a call for help
 * adds {@code incident}, {@code call}, {@code tier}, {@code severity} (danger), {@code case},
 * {@code watch}, {@code state} (issued; anything else: nobody knows who has it), {@code pressed},
 * {@code places} (the person's on this site) and, where they are known, {@code battery} (percent),
 * {@code position} ({@code lat}, {@code lon}, {@code at}, {@code age} in seconds when it was
 * pressed) and {@code metres} from there to the first of the places, which then is the nearest; a
 * technical alarm adds {@code code}, {@code parts} and {@code over}.
 */
public final class NoticeJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private NoticeJson() {}

  /** In UTF-8. */
  public static byte[] of(Notice notice) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("kind", kind(notice));
    map.put("key", notice.key().toString());
    map.put("at", notice.at().toString());
    switch (notice) {
      case Notice.Threat threat -> put(map, threat);
      case Notice.Sos sos -> put(map, sos);
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

  private static void put(Map<String, Object> map, Notice.Sos sos) {
    SosCall call = sos.call();
    map.put("incident", sos.incident().toString());
    map.put("call", call.id().toString());
    map.put("tier", sos.tier());
    map.put("severity", lower(Severity.DANGER));
    map.put("case", call.file().value());
    map.put("watch", call.watch().value());
    map.put("state", lower(call.state()));
    map.put("pressed", call.pressed().toString());
    map.put("places", call.places().stream().map(PlaceId::value).toList());
    call.battery().ifPresent(percent -> map.put("battery", percent));
    call.position().ifPresent(fix -> map.put("position", position(fix, call.pressed())));
    call.metres().ifPresent(metres -> map.put("metres", metres));
  }

  private static Map<String, Object> position(Fix fix, Instant pressed) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("lat", fix.point().latitude());
    map.put("lon", fix.point().longitude());
    map.put("at", fix.at().toString());
    map.put("age", fix.age(pressed).toSeconds());
    return map;
  }

  private static String kind(Notice notice) {
    return notice instanceof Notice.Sos ? "sos" : lower(notice.queue());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
