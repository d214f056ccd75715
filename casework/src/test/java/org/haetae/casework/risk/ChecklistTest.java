package org.haetae.casework.risk;

import static org.haetae.casework.risk.Checklists.bounds;
import static org.haetae.casework.risk.Checklists.question;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.haetae.domain.order.RiskGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistTest {
  private static final Checklist SHIPPED = ChecklistReader.shipped();

  private static Map<String, Answer> all(Answer answer) {
    return Checklists.completed(SHIPPED, Map.of(), answer);
  }

  private static GradeRange gradeWith(String id, Answer answer, Answer others) {
    Map<String, Answer> answers = new HashMap<>(all(others));
    answers.put(id, answer);
    return SHIPPED.grade(answers);
  }

  @Test
  void withoutAnAnswerEveryGradeIsPossible() {
    assertEquals(new GradeRange(RiskGrade.LOW, RiskGrade.EXTREME), SHIPPED.grade(Map.of()));
    assertEquals(SHIPPED.grade(Map.of()), SHIPPED.grade(all(Answer.UNKNOWN)));
    assertEquals(25, SHIPPED.open(Map.of()).size());
    assertEquals(List.of(), SHIPPED.open(all(Answer.NO)));
  }

  @Test
  void withEveryAnswerOneGradeIsCertain() {
    assertEquals(new GradeRange(RiskGrade.LOW, RiskGrade.LOW), SHIPPED.grade(all(Answer.NO)));
    assertEquals(
        new GradeRange(RiskGrade.EXTREME, RiskGrade.EXTREME), SHIPPED.grade(all(Answer.YES)));
  }

  @ParameterizedTest
  @CsvSource({
    "strangled, HIGH",
    "breach-of-order, HIGH",
    "weapon, ELEVATED",
    "threat-to-kill, ELEVATED",
    "escalation, LOW",
  })
  void oneGraveYesLiftsTheGradeWhateverTheSum(String id, RiskGrade grade) {
    assertEquals(new GradeRange(grade, grade), gradeWith(id, Answer.YES, Answer.NO));
    // while it is unknown, the grade may be that one: the range is wider, not higher
    assertEquals(new GradeRange(RiskGrade.LOW, grade), gradeWith(id, Answer.UNKNOWN, Answer.NO));
  }

  @Test
  void aYesThatLiftsNeverLowers() {
    assertEquals(RiskGrade.EXTREME, gradeWith("weapon", Answer.YES, Answer.YES).lowest());
  }

  @ParameterizedTest
  @CsvSource({
    "0, LOW",
    "4, LOW",
    "5, MODERATE",
    "10, MODERATE",
    "11, ELEVATED",
    "18, ELEVATED",
    "19, HIGH",
    "28, HIGH",
    "29, EXTREME",
    "100, EXTREME",
  })
  void aBoundBelongsToItsGrade(int sum, RiskGrade grade) {
    Checklist list =
        Checklists.of(SHIPPED.bounds(), question("all", Math.max(1, sum), Optional.empty()));
    Map<String, Answer> answers = Map.of("all", sum == 0 ? Answer.NO : Answer.YES);
    assertEquals(new GradeRange(grade, grade), list.grade(answers));
    assertEquals(sum, list.sum(answers));
  }

  @Test
  void eachUnknownCanOnlyWidenTheRange() {
    Map<String, Answer> answers = new HashMap<>(all(Answer.NO));
    GradeRange before = SHIPPED.grade(answers);
    for (Question question : SHIPPED.questions()) {
      answers.put(question.id(), Answer.UNKNOWN);
      GradeRange after = SHIPPED.grade(answers);
      assertTrue(after.lowest().compareTo(before.lowest()) <= 0, question.id());
      assertTrue(after.highest().compareTo(before.highest()) >= 0, question.id());
      before = after;
    }
    assertEquals(new GradeRange(RiskGrade.LOW, RiskGrade.EXTREME), before);
  }

  @Test
  void theQuestionThatNarrowsMostIsAskedFirst() {
    Checklist list =
        Checklists.of(
            bounds(5, 11, 19, 29),
            question("heavy", 4, Optional.empty()),
            question("knife", 1, Optional.of(RiskGrade.HIGH)));
    assertEquals("knife", list.askNext(Map.of()).orElseThrow().id());
    // the grade is certain: whatever the other one is, it changes nothing
    assertEquals(Optional.empty(), list.askNext(Map.of("knife", Answer.YES)));
    assertEquals(
        "heavy",
        Checklists.of(
                bounds(5, 11, 19, 29),
                question("light", 2, Optional.empty()),
                question("heavy", 3, Optional.empty()))
            .askNext(Map.of())
            .orElseThrow()
            .id());
  }

  @Test
  void whatIsSuggestedGrowsWithTheGrade() {
    assertEquals(Set.of(), SHIPPED.suggested(RiskGrade.LOW));
    assertEquals(Set.of(MeasureSuggested.PATROL), SHIPPED.suggested(RiskGrade.MODERATE));
    assertEquals(
        Set.of(MeasureSuggested.PATROL, MeasureSuggested.CAMERAS, MeasureSuggested.WATCH),
        SHIPPED.suggested(RiskGrade.ELEVATED));
    assertEquals(Set.of(MeasureSuggested.values()), SHIPPED.suggested(RiskGrade.HIGH));
    assertEquals(Set.of(MeasureSuggested.values()), SHIPPED.suggested(RiskGrade.EXTREME));
  }

  @Test
  void anAnswerToNoQuestionIsRefused() {
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> SHIPPED.grade(Map.of("strangeld", Answer.YES)))
                .getMessage());
    assertTrue(message.contains("haetae 2026.1 has no question \"strangeld\""), message);
  }

  @Test
  void aListThatCannotGradeIsRefused() {
    Question one = question("one", 1, Optional.empty());
    refused(bounds(5, 11, 19, 29), one, one);
    refused(bounds(0, 11, 19, 29), one);
    refused(bounds(5, 5, 19, 29), one);
    refused(bounds(5, 11, 29, 19), one);
    refused(Map.of(RiskGrade.MODERATE, 5), one);
    assertThrows(IllegalArgumentException.class, () -> question("weightless", 0, Optional.empty()));
    assertThrows(
        IllegalArgumentException.class, () -> new GradeRange(RiskGrade.HIGH, RiskGrade.LOW));
    assertFalse(new GradeRange(RiskGrade.LOW, RiskGrade.HIGH).certain());
  }

  private static void refused(Map<RiskGrade, Integer> bounds, Question... questions) {
    assertThrows(IllegalArgumentException.class, () -> Checklists.of(bounds, questions));
  }
}
