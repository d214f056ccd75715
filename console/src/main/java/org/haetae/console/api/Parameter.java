package org.haetae.console.api;

import java.util.Map;

/**
 * A parameter of an operation.
 *
 * @param schema of its value, as JSON Schema has it
 */
public record Parameter(String name, Place in, String means, Map<String, Object> schema) {
  /** Where it stands; spelled as OpenAPI spells it. */
  public enum Place {
    PATH,
    QUERY,
    HEADER
  }

  public Parameter {
    schema = Map.copyOf(schema);
  }

  /** An incident's name in the path. */
  public static Parameter incident() {
    return new Parameter(
        "id", Place.PATH, "the incident", Map.of("type", "string", "format", "uuid"));
  }

  /** How many at most. */
  public static Parameter limit() {
    return new Parameter(
        "limit",
        Place.QUERY,
        "how many at most",
        Map.of("type", "integer", "minimum", 1, "maximum", Slice.MOST, "default", Slice.STANDARD));
  }

  /** After which to go on. */
  public static Parameter after(String what) {
    return new Parameter(
        "after",
        Place.QUERY,
        "go on after this %s; the header Link of an answer has the next".formatted(what),
        Map.of("type", "string", "maxLength", Slice.LONGEST));
  }

  static Parameter ifNoneMatch() {
    return new Parameter(
        "If-None-Match",
        Place.HEADER,
        "the ETag of an answer that is known; 304 where it still stands",
        Map.of("type", "string"));
  }

  static Parameter idempotencyKey() {
    return new Parameter(
        Repeats.HEADER,
        Place.HEADER,
        "a name for this one deed; sent again it is answered again and not done again",
        Map.of("type", "string", "pattern", Repeats.KEY));
  }

  boolean required() {
    return in == Place.PATH;
  }
}
