package org.haetae.app.terminal;

import java.io.PrintStream;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes one JSON object a line. */
public final class JsonLines {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonLines() {}

  /** Writes the map in its own order. */
  public static void write(PrintStream out, Map<String, ?> object) {
    out.println(MAPPER.writeValueAsString(object));
  }

  /** Rounds to so many decimals, so that output is short and stable. */
  public static double round(double value, int decimals) {
    double factor = Math.pow(10, decimals);
    return Math.round(value * factor) / factor;
  }
}
