package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prometheus' own tool judges the rules, their tests and the dashboard's queries. */
class PromtoolIT {
  private static final Tool PROMTOOL = new Tool("promtool", "prometheus");

  @TempDir private Path temp = Path.of("");

  @BeforeEach
  void needsPromtool() throws IOException, InterruptedException {
    PROMTOOL.needed();
  }

  private Tool.Ran promtool(List<String> arguments) throws IOException, InterruptedException {
    return PROMTOOL.run(temp.resolve("promtool.log"), arguments);
  }

  @Test
  void theSampleScrapeIsRight() throws IOException, InterruptedException {
    Tool.Ran ran =
        promtool(List.of("check", "config", RuleFiles.FOLDER.resolve("prometheus.yml").toString()));
    assertEquals(0, ran.code(), ran.output());
  }

  @Test
  void theRulesPassTheirTests() throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("test", "rules"));
    RuleFiles.tests().forEach(file -> arguments.add(file.toString()));
    Tool.Ran ran = promtool(arguments);
    assertEquals(0, ran.code(), ran.output());
  }

  /** If the tests passed on broken rules, their passing would say nothing. */
  @Test
  void rulesThatNeverFireFailTheirTests() throws IOException, InterruptedException {
    String rules = Files.readString(RuleFiles.FOLDER.resolve("haetae.rules.yml"));
    Files.writeString(
        temp.resolve("haetae.rules.yml"), rules.replace("haetae_camera_up == 0", "vector(0) > 1"));
    Path test = temp.resolve("cameras.test.yml");
    Files.copy(RuleFiles.FOLDER.resolve("cameras.test.yml"), test);
    Tool.Ran ran = promtool(List.of("test", "rules", test.toString()));
    assertNotEquals(0, ran.code(), ran.output());
    assertTrue(ran.output().contains("HaetaeCameraDown"), ran.output());
  }

  /** Grafana has no tool for it, so each query is checked as if it were a recording rule. */
  @Test
  void theDashboardsQueriesAreRight() throws IOException, InterruptedException {
    StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
    int number = 0;
    for (String query : Dashboard.read().queries()) {
      rules.append("      - record: panel:%d\n".formatted(number++));
      rules.append("        expr: '%s'\n".formatted(query.replace("'", "''")));
    }
    Path file = Files.writeString(temp.resolve("dashboard.yml"), rules);
    Tool.Ran ran = promtool(List.of("check", "rules", file.toString()));
    assertEquals(0, ran.code(), ran.output());
    assertTrue(ran.output().contains(number + " rules found"), ran.output());
  }
}
