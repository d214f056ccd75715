package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haetae.app.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alertmanager's own tool judges the routes, alert by alert. */
class AmtoolIT {
  private static final Tool AMTOOL = new Tool("amtool", "prometheus-alertmanager");
  private static final String CONFIG =
      Home.folder().resolve("config/alertmanager/alertmanager.yml").toString();

  @TempDir private Path temp = Path.of("");

  @BeforeEach
  void needsAmtool() throws IOException, InterruptedException {
    AMTOOL.needed();
  }

  private Tool.Ran amtool(List<String> arguments) throws IOException, InterruptedException {
    return AMTOOL.run(temp.resolve("amtool.log"), arguments);
  }

  private Tool.Ran routed(String receiver, Map<String, String> labels)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("config", "routes", "test"));
    arguments.add("--config.file=" + CONFIG);
    arguments.add("--verify.receivers=" + receiver);
    labels.forEach((name, value) -> arguments.add(name + "=" + value));
    return amtool(arguments);
  }

  private static Map<String, String> labels(AlertRule rule) {
    return Map.of(
        "alertname", rule.name(),
        "kind", rule.label("kind"),
        "urgency", rule.label("urgency"),
        "site", "north");
  }

  private static String receiver(AlertRule rule) {
    String kind = rule.label("kind");
    return kind.equals("threat") ? kind : kind + "-" + rule.label("urgency");
  }

  @Test
  void theRoutesAreRight() throws IOException, InterruptedException {
    Tool.Ran ran = amtool(List.of("check-config", CONFIG));
    assertEquals(0, ran.code(), ran.output());
  }

  @Test
  void everyAlertReachesTheReceiverOfItsKind() throws IOException, InterruptedException {
    for (AlertRule rule : RuleFiles.rules()) {
      Tool.Ran ran = routed(receiver(rule), labels(rule));
      assertEquals(0, ran.code(), () -> rule.name() + ": " + ran.output());
    }
  }

  @Test
  void aThreatReachesNobodyElseWhateverItsUrgency() throws IOException, InterruptedException {
    for (String urgency : List.of("now", "today", "")) {
      Tool.Ran ran = routed("threat", Map.of("kind", "threat", "urgency", urgency));
      assertEquals(0, ran.code(), ran.output());
    }
  }

  @Test
  void aGapInTheCoverReachesNoEngineerWhateverItsUrgency()
      throws IOException, InterruptedException {
    for (String urgency : List.of("today", "", "soon")) {
      Tool.Ran ran = routed("cover-today", Map.of("kind", "cover", "urgency", urgency));
      assertEquals(0, ran.code(), ran.output());
    }
    Tool.Ran ran = routed("cover-now", Map.of("kind", "cover", "urgency", "now"));
    assertEquals(0, ran.code(), ran.output());
  }

  @Test
  void whatHasNoKindReachesNobodyElse() throws IOException, InterruptedException {
    Tool.Ran ran = routed("unsorted", Map.of("alertname", "SomethingElse", "urgency", "now"));
    assertEquals(0, ran.code(), ran.output());
  }

  /** If a wrong receiver passed, the other tests would say nothing. */
  @Test
  void aWrongReceiverIsNoticed() throws IOException, InterruptedException {
    assertNotEquals(0, routed("threat", Map.of("kind", "technical", "urgency", "now")).code());
  }
}
