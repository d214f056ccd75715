package org.haetae.casework.risk;

import static org.haetae.domain.order.RiskGrade.ELEVATED;
import static org.haetae.domain.order.RiskGrade.EXTREME;
import static org.haetae.domain.order.RiskGrade.HIGH;
import static org.haetae.domain.order.RiskGrade.LOW;
import static org.haetae.domain.order.RiskGrade.MODERATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.Deeds;
import org.haetae.casework.risk.RiskFact.Assessed;
import org.haetae.casework.risk.RiskFact.Lowered;
import org.haetae.casework.risk.RiskFact.Raised;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.order.RiskGrade;
import org.junit.jupiter.api.Test;

class RiskFileTest {
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
  private static final Checklist LIST = Checklists.small("1");

  private static Deed officer(int day) {
    return Deeds.officer(START.plus(Duration.ofDays(day)));
  }

  private static Deed supervisor(int day) {
    return Deeds.supervisor(START.plus(Duration.ofDays(day)));
  }

  /** All questions are answered with no, but for {@code yes}. */
  private static RiskFile assessed(RiskFile file, String yes, Deed deed) {
    Map<String, Answer> answers = Checklists.completed(LIST, Map.of(), Answer.NO);
    answers.put(yes, Answer.YES);
    return file.after(file.assess(LIST, answers, deed));
  }

  private static Optional<Instant> due(RiskFile file) {
    return file.reviewDue(LIST.review());
  }

  private static Optional<Instant> day(int day) {
    return Optional.of(START.plus(Duration.ofDays(day)));
  }

  @Test
  void beforeTheFirstAssessmentThereIsNoGrade() {
    assertEquals(Optional.empty(), RiskFile.EMPTY.grade());
    assertEquals(Optional.empty(), due(RiskFile.EMPTY));
    assertFalse(RiskFile.EMPTY.awaitsSupervisor());
    assertThrows(RiskRefusal.class, () -> RiskFile.EMPTY.raise(HIGH, "why", officer(0)));
    assertThrows(RiskRefusal.class, () -> RiskFile.EMPTY.lower(LOW, "why", supervisor(0)));
  }

  @Test
  void whatIsUnknownCountsAsYes() {
    RiskFile file = RiskFile.EMPTY;
    Map<String, Answer> answers = Checklists.completed(LIST, Map.of(), Answer.NO);
    answers.remove("high");
    file = file.after(file.assess(LIST, answers, officer(0)));
    assertEquals(Optional.of(HIGH), file.grade());
    assertEquals(new GradeRange(LOW, HIGH), file.assessment().orElseThrow().range());
  }

  @Test
  void anAssessmentLiftsTheGradeAtOnce() {
    RiskFile file = assessed(RiskFile.EMPTY, "moderate", officer(0));
    assertEquals(Optional.of(MODERATE), file.grade());
    file = assessed(file, "knife", officer(1));
    assertEquals(Optional.of(HIGH), file.grade());
    assertFalse(file.awaitsSupervisor());
  }

  @Test
  void anOfficersLowerAssessmentLeavesTheGradeAndAwaitsASupervisor() {
    RiskFile file = assessed(RiskFile.EMPTY, "extreme", officer(0));
    file = assessed(file, "moderate", officer(1));
    assertEquals(Optional.of(EXTREME), file.grade());
    assertTrue(file.awaitsSupervisor());
    RiskFile lowered = file.after(file.lower(MODERATE, "he has moved away", supervisor(2)));
    assertEquals(Optional.of(MODERATE), lowered.grade());
    assertFalse(lowered.awaitsSupervisor());
    RiskFile again = assessed(file, "elevated", supervisor(2));
    assertEquals(Optional.of(ELEVATED), again.grade(), "a supervisor's assessment lowers");
    assertFalse(again.awaitsSupervisor());
  }

  @Test
  void onlyASupervisorMayLowerAndOnlyWithAReason() {
    RiskFile file = assessed(RiskFile.EMPTY, "high", officer(0));
    assertThrows(RiskRefusal.class, () -> file.lower(LOW, "calm", officer(1)));
    assertThrows(RiskRefusal.class, () -> file.lower(LOW, " ", supervisor(1)));
    assertThrows(RiskRefusal.class, () -> file.lower(HIGH, "same", supervisor(1)));
    assertThrows(RiskRefusal.class, () -> file.lower(EXTREME, "higher", supervisor(1)));
    assertEquals(
        new Lowered(supervisor(1).at(), supervisor(1).by(), LOW, "calm"),
        file.lower(LOW, " calm ", supervisor(1)));
  }

  @Test
  void anOfficerMayRaiseWithAReason() {
    RiskFile file = assessed(RiskFile.EMPTY, "high", officer(0));
    assertThrows(RiskRefusal.class, () -> file.raise(HIGH, "same", officer(1)));
    assertThrows(RiskRefusal.class, () -> file.raise(LOW, "lower", officer(1)));
    assertThrows(RiskRefusal.class, () -> file.raise(EXTREME, "", officer(1)));
    Raised raised = file.raise(EXTREME, "seen at the school", officer(1));
    assertEquals(Optional.of(EXTREME), file.after(raised).grade());
  }

  @Test
  void eachGradeIsReviewedInItsTime() {
    RiskFile file = assessed(RiskFile.EMPTY, "high", officer(0));
    assertEquals(day(7), due(file));
    RiskFile raised = file.after(file.raise(EXTREME, "seen", officer(1)));
    assertEquals(day(4), due(raised), "counted from when it was raised");
    RiskFile lowered = raised.after(raised.lower(ELEVATED, "calm", supervisor(2)));
    assertEquals(day(30), due(lowered), "a lower grade is no new look: counted from that");
    assertEquals(day(12), due(assessed(raised, "extreme", officer(9))));
  }

  @Test
  void anAssessmentThatAwaitsASupervisorIsALookAllTheSame() {
    RiskFile file = assessed(RiskFile.EMPTY, "high", officer(0));
    assertEquals(day(12), due(assessed(file, "moderate", officer(5))));
  }

  @Test
  void nothingIsTakenOutOfTheHistory() {
    RiskFile first = assessed(RiskFile.EMPTY, "high", officer(0));
    RiskFile second = first.after(first.raise(EXTREME, "seen", officer(1)));
    RiskFile third = assessed(second, "moderate", supervisor(2));
    assertEquals(1, first.history().size());
    assertEquals(first.history(), third.history().subList(0, 1));
    assertEquals(second.history(), third.history().subList(0, 2));
    assertThrows(
        UnsupportedOperationException.class, () -> third.history().remove(0), "it can't be cut");
  }

  @Test
  void anAnswerThatIsChangedLaterChangesNoFact() {
    Map<String, Answer> answers = new HashMap<>(Map.of("high", Answer.YES));
    Assessed fact = RiskFile.EMPTY.assess(LIST, answers, officer(0));
    answers.put("high", Answer.NO);
    assertEquals(Map.of("high", Answer.YES), fact.answers());
  }

  @Test
  void anOldAssessmentStaysReadableUnderANewChecklist() {
    Checklist newer =
        Checklists.of(
            Checklists.bounds(1, 2, 3, 4), Checklists.question("new", 9, Optional.empty()));
    RiskFile old = assessed(RiskFile.EMPTY, "elevated", officer(0));
    RiskFile file = old.after(old.assess(newer, Map.of("new", Answer.YES), officer(1)));
    Assessed first = (Assessed) file.history().getFirst();
    assertEquals(new ChecklistVersion("small", "1"), first.checklist());
    assertEquals(new GradeRange(ELEVATED, ELEVATED), first.range());
    assertEquals(Answer.YES, first.answers().get("elevated"));
    assertEquals(5, first.answers().size());
    assertEquals(newer.version(), file.assessment().orElseThrow().checklist());
    assertEquals(Optional.of(EXTREME), file.grade());
    // an answer of the old version is none of the new one's
    List<RiskGrade> before = old.grade().stream().toList();
    assertThrows(
        RiskRefusal.class, () -> old.assess(newer, Map.of("elevated", Answer.YES), officer(1)));
    assertEquals(before, old.grade().stream().toList());
  }
}
