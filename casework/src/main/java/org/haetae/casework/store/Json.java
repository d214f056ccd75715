package org.haetae.casework.store;

import java.util.UUID;
import java.util.function.Function;
import org.haetae.casework.incident.IncidentId;
import org.haetae.domain.id.CameraId;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.OrderId;
import org.haetae.domain.id.PlaceId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.id.WatchSerial;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Records as JSON text; an id is its string, an instant is ISO 8601. */
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .addModule(
              new SimpleModule()
                  .addSerializer(IncidentId.class, ToStringSerializer.instance)
                  .addSerializer(CaseId.class, ToStringSerializer.instance)
                  .addSerializer(StationId.class, ToStringSerializer.instance)
                  .addSerializer(WatchSerial.class, ToStringSerializer.instance)
                  .addSerializer(CameraId.class, ToStringSerializer.instance)
                  .addSerializer(OrderId.class, ToStringSerializer.instance)
                  .addSerializer(PlaceId.class, ToStringSerializer.instance)
                  .addSerializer(ProtectedPersonId.class, ToStringSerializer.instance)
                  .addSerializer(RespondentId.class, ToStringSerializer.instance)
                  .addSerializer(UserId.class, ToStringSerializer.instance)
                  .addDeserializer(
                      IncidentId.class,
                      new Text<>(IncidentId.class, text -> new IncidentId(UUID.fromString(text))))
                  .addDeserializer(CaseId.class, new Text<>(CaseId.class, CaseId::new))
                  .addDeserializer(StationId.class, new Text<>(StationId.class, StationId::new))
                  .addDeserializer(
                      WatchSerial.class, new Text<>(WatchSerial.class, WatchSerial::new))
                  .addDeserializer(CameraId.class, new Text<>(CameraId.class, CameraId::new))
                  .addDeserializer(OrderId.class, new Text<>(OrderId.class, OrderId::new))
                  .addDeserializer(PlaceId.class, new Text<>(PlaceId.class, PlaceId::new))
                  .addDeserializer(
                      ProtectedPersonId.class,
                      new Text<>(ProtectedPersonId.class, ProtectedPersonId::new))
                  .addDeserializer(
                      RespondentId.class, new Text<>(RespondentId.class, RespondentId::new))
                  .addDeserializer(UserId.class, new Text<>(UserId.class, UserId::new)))
          .build();

  private Json() {}

  static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  private static final class Text<T> extends StdDeserializer<T> {
    private final transient Function<String, T> made;

    Text(Class<T> type, Function<String, T> made) {
      super(type);
      this.made = made;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      return made.apply(in.getValueAsString());
    }
  }
}
