package org.haetae.casework.register;

import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** An entry as text, as it is sealed. */
final class EntryJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  private EntryJson() {}

  static String write(Entry entry) {
    return MAPPER.writeValueAsString(entry);
  }

  static Entry read(String json) {
    return MAPPER.readValue(json, Entry.class);
  }
}
