package org.haetae.casework.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.haetae.casework.release.NoticeRule;
import org.haetae.casework.risk.ChecklistReader;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.DrillRule;
import org.haetae.casework.yaml.YamlException;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.RiskGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {
  private static String shipped() {
    try (InputStream in =
        Objects.requireNonNull(PlanReader.class.getResourceAsStream("korea-2026.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String fault(String yaml) {
    String message =
        String.valueOf(
            assertThrows(
                    YamlException.class,
                    () -> PlanReader.read("site.yaml", yaml, ChecklistReader.shipped()))
                .getMessage());
    assertTrue(message.startsWith("site.yaml"), message);
    assertFalse(message.contains("\n"), message);
    return message;
  }

  @Test
  void theShippedPlanIsTheOneThatWasAgreed() {
    Plan plan = PlanReader.korea();
    ZoneId seoul = ZoneId.of("Asia/Seoul");
    assertEquals(
        new NoticeRule(
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofDays(1),
            3,
            Period.ofDays(90),
            seoul),
        plan.notices());
    assertEquals(Duration.ofDays(14), plan.cover().orderEnding());
    assertEquals(Period.ofMonths(6), plan.watches().term());
    assertEquals(60_000, plan.watches().reach());
    assertEquals(Period.ofDays(7), plan.inspections().every().get(RiskGrade.EXTREME));
    assertEquals(4, plan.curriculum().modules().size());
    assertEquals(
        Set.of(Role.OFFICER, Role.SUPERVISOR),
        plan.curriculum().find("victim-protection").orElseThrow().needed());
    assertEquals(
        new DrillRule(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5)),
        plan.drill());
    assertEquals("haetae 2026.1", plan.checklist().version().toString());
  }

  @Test
  void everyOffenceHasHelpOfMoreThanOneKind() {
    for (Offence offence : Offence.values()) {
      long kinds =
          PlanReader.korea().support().eligible(offence, false).stream()
              .map(service -> service.kind())
              .distinct()
              .count();
      assertTrue(kinds >= 3, offence + " has " + kinds);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zone: Asia/Seoul | zones: Asia/Seoul | has an unknown key \"zones\"",
        "zone: Asia/Seoul | zone: Mars/Olympus | zone must be a time zone",
        "zone: Asia/Seoul | zone: 9 | zone must be a text",
        "version: \"2026.1\" | '' | version must be a text",
        "first: PT15M | frist: PT15M | notices has an unknown key \"frist\"",
        "unanswered: PT30M | unanswered: half an hour | notices: unanswered must be a duration",
        "unanswered: PT30M | unanswered: 30 | notices: unanswered must be a text",
        "unanswered: PT30M | unanswered: PT-30M | notices: unanswered must be",
        "unanswered: PT30M | unanswered: PT0S | notices: unanswered must be",
        "pin-tries: 3 | pin-tries: three | notices: pin-tries must be a whole number",
        "pin-tries: 3 | pin-tries: 0 | notices: pin-tries must be",
        "refusal-review: P90D | refusal-review: PT90H | notices: refusal-review must be",
        "'told: PT24H' | 'x: PT24H' | cover has an unknown key \"x\"",
        "'  pulse: PT1M' | '' | cover: pulse must be a text",
        "', low: P180D' | '' | inspections: every says nothing of the grade LOW",
        "', low: P30D' | '' | inspections: mend says nothing of the grade LOW",
        "low: P180D | lowest: P180D | inspections: every there is no \"lowest\"",
        "low: P30D | low: P-30D | inspections: mend: low must be",
        "reach-km: 60 | reach-km: far | watches: reach-km must be a number",
        "low-battery: 20 | low-battery: 20.5 | watches: low-battery must be a whole number",
        "holds: P2Y | holds: P0D | training, 3: holds must be",
        "for: [operator] | for: [operators] | training, 4: for, 1 there is no \"operators\"",
        "for: [operator] | for: [] | training, 4: for must be a list",
        "for: [operator] | for: operator | training, 4: for must be a list",
        "id: watch-handing | id: risk-checklist | training names \"risk-checklist\" twice",
        "dispatched: PT30S | dispatched: PT0S | drill: dispatched must be",
        "resolved: PT5M | closed: PT5M | drill has an unknown key \"closed\"",
        "'  alerted: PT10S' | '' | drill: alerted must be a text",
        "id: economic-aid | id: smile-center | support: services names \"smile-center\" twice",
        "kind: legal | kind: lawful | support: services, 4: kind there is no \"lawful\"",
        "offences: [domestic-violence] | offences: [violence] | services, 5: offences, 1 there is",
        "minors: true | minors: often | support: services, 6: minors must be true or false",
        "'pin-tries: 3' | 'pin-tries: 3, pin-tries: 4' | is no YAML",
        "every: { | every: {{ | is no YAML",
      })
  void aFaultIsToldInOneSentenceWithItsPlace(String from, String to, String saying) {
    String shipped = shipped();
    String yaml = shipped.replace(from, to);
    assertFalse(yaml.equals(shipped), "the fault was put in");
    String message = fault(yaml);
    assertTrue(message.contains(saying), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "- a", "42", "version: [", "version: &a [*a]", "version: 1\n---\nversion: 2"})
  void whatIsNoPlanIsRefused(String yaml) {
    var _ = fault(yaml);
  }
}
