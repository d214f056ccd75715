package org.haetae.app.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haetae.app.Home;
import org.junit.jupiter.api.Test;

/** Every rule says what it is, is explained, and has been seen both to fire and to be silent. */
class AlertRulesTest {
  @Test
  void namesAreUnique() throws IOException {
    List<String> names = RuleFiles.rules().stream().map(AlertRule::name).toList();
    assertTrue(names.size() >= 12, () -> "only " + names);
    assertEquals(new HashSet<>(names).size(), names.size(), () -> "twice in " + names);
  }

  @Test
  void everyRuleHasAKindAnUrgencyAndSentences() throws IOException {
    for (AlertRule rule : RuleFiles.rules()) {
      assertTrue(
          Set.of("threat", "technical", "cover").contains(rule.label("kind")),
          () -> "kind of " + rule);
      assertTrue(
          Set.of("now", "today").contains(rule.label("urgency")), () -> "urgency of " + rule);
      assertFalse(rule.annotation("summary").isBlank(), () -> "summary of " + rule);
      assertFalse(rule.annotation("description").isBlank(), () -> "description of " + rule);
    }
  }

  @Test
  void onlyIncidentsAreThreats() throws IOException {
    for (AlertRule rule : RuleFiles.rules()) {
      assertEquals(
          rule.expression().startsWith("haetae_incident"),
          rule.label("kind").equals("threat"),
          () -> "kind of " + rule);
    }
  }

  @Test
  void whatIsMissingForPeopleIsNoFaultOfAMachine() throws IOException {
    for (AlertRule rule : RuleFiles.rules()) {
      boolean missing =
          Stream.of("haetae_cover_gaps", "haetae_cover_oldest", "haetae_watch")
              .anyMatch(rule.expression()::contains);
      assertEquals(missing, rule.label("kind").equals("cover"), () -> "kind of " + rule);
    }
  }

  @Test
  void everyRuleHasASectionInTheOperationsPageAndNoSectionIsLeftOver() throws IOException {
    Set<String> sections =
        Files.readAllLines(Home.folder().resolve("docs").resolve("operations.md")).stream()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4).strip())
            .collect(Collectors.toSet());
    Set<String> names = new HashSet<>();
    for (AlertRule rule : RuleFiles.rules()) {
      names.add(rule.name());
      assertEquals(
          "docs/operations.md#" + rule.name().toLowerCase(Locale.ROOT), rule.annotation("runbook"));
    }
    assertEquals(names, sections);
  }

  @Test
  void everyRuleIsTestedToFireAndToBeSilent() throws IOException {
    List<RuleFiles.Question> questions = RuleFiles.questions();
    for (AlertRule rule : RuleFiles.rules()) {
      for (boolean fires : new boolean[] {true, false}) {
        assertTrue(
            questions.contains(new RuleFiles.Question(rule.name(), fires)),
            () -> "no test has " + rule.name() + (fires ? " fire" : " silent"));
      }
    }
  }
}
