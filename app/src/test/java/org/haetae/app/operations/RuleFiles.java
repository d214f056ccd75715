package org.haetae.app.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.haetae.app.Home;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The YAML files in config/prometheus. */
final class RuleFiles {
  static final Path FOLDER = Home.folder().resolve("config").resolve("prometheus");

  /** One question of a rule's unit test: is this alert there, or is it silent? */
  record Question(String alert, boolean fires) {}

  private RuleFiles() {}

  static List<AlertRule> rules() throws IOException {
    List<AlertRule> all = new ArrayList<>();
    for (Object group : list(load(FOLDER.resolve("haetae.rules.yml")), "groups")) {
      for (Object rule : list(group, "rules")) {
        all.add(
            new AlertRule(
                String.valueOf(get(rule, "alert")),
                String.valueOf(get(rule, "expr")),
                texts(get(rule, "labels")),
                texts(get(rule, "annotations"))));
      }
    }
    return all;
  }

  static List<Path> tests() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".test.yml")).sorted().toList();
    }
  }

  static List<Question> questions() throws IOException {
    List<Question> all = new ArrayList<>();
    for (Path file : tests()) {
      for (Object test : list(load(file), "tests")) {
        for (Object question : list(test, "alert_rule_test")) {
          all.add(
              new Question(
                  String.valueOf(get(question, "alertname")),
                  !list(question, "exp_alerts").isEmpty()));
        }
      }
    }
    return all;
  }

  private static @Nullable Object load(Path file) throws IOException {
    return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  private static @Nullable Object get(@Nullable Object map, String key) {
    return map instanceof Map<?, ?> entries ? entries.get(key) : null;
  }

  private static List<?> list(@Nullable Object map, String key) {
    return get(map, key) instanceof List<?> found ? found : List.of();
  }

  private static Map<String, String> texts(@Nullable Object map) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (map instanceof Map<?, ?> entries) {
      entries.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    }
    return texts;
  }
}
