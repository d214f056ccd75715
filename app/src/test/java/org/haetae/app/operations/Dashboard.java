package org.haetae.app.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.haetae.app.Home;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard in config/grafana. */
record Dashboard(JsonNode root) {
  /** A panel's place in a grid of 24 columns. */
  record Box(int id, int x, int y, int width, int height) {
    boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  static Dashboard read() throws IOException {
    String json =
        Files.readString(Home.folder().resolve("config").resolve("grafana").resolve("haetae.json"));
    return new Dashboard(JsonMapper.builder().build().readTree(json));
  }

  List<Box> boxes() {
    List<Box> all = new ArrayList<>();
    for (JsonNode panel : root.path("panels")) {
      JsonNode grid = panel.path("gridPos");
      all.add(
          new Box(
              panel.path("id").asInt(),
              grid.path("x").asInt(),
              grid.path("y").asInt(),
              grid.path("w").asInt(),
              grid.path("h").asInt()));
    }
    return all;
  }

  /** What its panels ask, with Grafana's variables put in as Grafana would. */
  List<String> queries() {
    List<String> all = new ArrayList<>();
    for (JsonNode panel : root.path("panels")) {
      for (JsonNode target : panel.path("targets")) {
        all.add(
            target
                .path("expr")
                .asString()
                .replace("$__rate_interval", "1m")
                .replace("$site", ".*"));
      }
    }
    return all;
  }
}
