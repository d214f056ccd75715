package org.haetae.console.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;

/**
 * JSON Schemas (draft 2020-12, which OpenAPI 3.1 speaks) of the records that are sent, made from
 * their components. Belongs to one thread.
 */
final class Schemas {
  private final Map<String, Map<String, Object>> named = new TreeMap<>();

  /** All records that were asked for, and those within them, by name. */
  Map<String, Map<String, Object>> named() {
    return Map.copyOf(named);
  }

  /**
   * The schema of a type; a record's is a reference.
   *
   * @throws IllegalArgumentException where nobody has said how such a type is written
   */
  Map<String, Object> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Map<String, Object> inner = of(generic.getActualTypeArguments()[0]);
      return generic.getRawType() == Optional.class ? orNull(inner) : list(inner);
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      List<String> names =
          Arrays.stream(plain.getEnumConstants()).map(one -> ((Enum<?>) one).name()).toList();
      return Map.of("type", "string", "enum", names);
    }
    return plain.isRecord() ? reference(plain) : simple(plain);
  }

  static Map<String, Object> list(Map<String, Object> items) {
    return Map.of("type", "array", "items", items);
  }

  private static Map<String, Object> orNull(Map<String, Object> schema) {
    return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
  }

  private static Map<String, Object> simple(Class<?> type) {
    return switch (type.getName()) {
      case "java.lang.String" -> Map.of("type", "string");
      case "boolean" -> Map.of("type", "boolean");
      case "int" -> Map.of("type", "integer", "format", "int32");
      case "long" -> Map.of("type", "integer", "format", "int64");
      case "double" -> Map.of("type", "number", "format", "double");
      default -> wrapped(type);
    };
  }

  private static Map<String, Object> wrapped(Class<?> type) {
    if (type == Instant.class) {
      return Map.of("type", "string", "format", "date-time");
    }
    if (type == UUID.class) {
      return Map.of("type", "string", "format", "uuid");
    }
    if (type == OptionalDouble.class) {
      return orNull(simple(double.class));
    }
    throw new IllegalArgumentException("nobody has said how a %s is written".formatted(type));
  }

  static String name(Class<?> type) {
    return type.getSimpleName().replaceFirst("Json$", "");
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = name(type);
    if (!named.containsKey(name)) {
      named.put(name, Map.of());
      named.put(name, object(type));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Map<String, Object> schema = new LinkedHashMap<>(of(component.getGenericType()));
      Length length = component.getAnnotation(Length.class);
      if (length != null) {
        schema.put("minLength", length.min());
        schema.put("maxLength", length.max());
      }
      properties.put(component.getName(), schema);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    object.put("required", List.copyOf(properties.keySet()));
    object.put("additionalProperties", false);
    return object;
  }
}
