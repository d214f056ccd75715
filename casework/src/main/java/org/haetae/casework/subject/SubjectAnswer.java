package org.haetae.casework.subject;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody gets to read.
 *
 * @param about the id under which they are kept
 * @param kept by headings
 * @param withheld what they don't get to read, and why, in sentences
 */
public record SubjectAnswer(
    String about, Instant at, Map<String, Object> kept, List<String> withheld) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  public SubjectAnswer {
    kept = Map.copyOf(kept);
    withheld = List.copyOf(withheld);
  }

  /** Readable JSON, the same for the same answer. */
  public String json() {
    return MAPPER.writeValueAsString(
        Map.of("about", about, "at", at.toString(), "kept", kept, "withheld", withheld));
  }

  @Override
  public String toString() {
    return "SubjectAnswer";
  }
}
