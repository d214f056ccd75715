package org.haetae.casework.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.yaml.YamlException;
import org.haetae.domain.order.RiskGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistReaderTest {
  private static final String LIST =
      """
      id: list
      version: "1"
      grades: {moderate: 5, elevated: 11, high: 19, extreme: 29}
      respondent:
        - {id: strangled, weight: 5, at-least: high, ko: 목, en: neck}
        - {id: weapon, weight: 4, ko: 흉기, en: weapon}
      person:
        - {id: fear, weight: 3, ko: 두려움, en: fear}
      measures: {patrol: moderate}
      review: {zone: Asia/Seoul, extreme: PT72H, high: P7D, elevated: P30D, moderate: P2M, low: P60D}
      """;

  @Test
  void aListIsReadAsItIsWritten() {
    Checklist list = ChecklistReader.read("list.yaml", LIST);
    assertEquals(new ChecklistVersion("list", "1"), list.version());
    assertEquals(
        new Question(
            "strangled", Question.About.RESPONDENT, 5, Optional.of(RiskGrade.HIGH), "목", "neck"),
        list.questions().getFirst());
    assertEquals(
        new Question("fear", Question.About.PERSON, 3, Optional.empty(), "두려움", "fear"),
        list.questions().getLast());
    assertEquals(Map.of(MeasureSuggested.PATROL, RiskGrade.MODERATE), list.measures());
    assertEquals(Duration.ofDays(3), list.review().after().get(RiskGrade.EXTREME));
    assertEquals(Period.ofMonths(2), list.review().after().get(RiskGrade.MODERATE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weight: 3 | weight: 0 | person, 1: weight",
        "weight: 3 | weight: -2 | person, 1: weight",
        "weight: 3 | weight: 3.5 | person, 1: weight must be a whole number",
        "weight: 3 | wieght: 3 | person, 1 has an unknown key \"wieght\"",
        "weight: 4, | '' | respondent, 2: weight must be a whole number",
        "at-least: high | at-least: grave | respondent, 1: at-least there is no \"grave\"",
        "en: fear | en: ' ' | person, 1: en must be a text",
        "id: fear | id: weapon | asks a question twice",
        "', extreme: 29' | '' | needs a bound for EXTREME",
        "high: 19 | high: 10 | needs a bound for HIGH above 11",
        "{patrol: | {walk: | measures there is no \"walk\"",
        "Asia/Seoul | Asia/Pyongtaek | review: zone must be a time zone",
        "', low: P60D' | '' | no time of review is given for LOW",
        "high: P7D | high: P-7D | review: high must be",
        "high: P7D | high: P0D | review: high must be",
        "extreme: PT72H | extreme: PT-72H | review: extreme must be",
        "person: | persons: | has an unknown key \"persons\"",
        "id: list | id: list, id: again | is no YAML",
        "review: { | review: {{ | is no YAML",
      })
  void aFaultIsToldInOneSentenceWithItsPlace(String from, String to, String saying) {
    String yaml = LIST.replace(from, to);
    assertFalse(yaml.equals(LIST), "the fault was put in");
    String message =
        String.valueOf(
            assertThrows(YamlException.class, () -> ChecklistReader.read("list.yaml", yaml))
                .getMessage());
    assertTrue(message.startsWith("list.yaml"), message);
    assertTrue(message.contains(saying), message);
    assertFalse(message.contains("\n"), message);
    assertFalse(message.contains(" :"), message);
  }
}
