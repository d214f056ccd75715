package org.haetae.casework.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.haetae.casework.Deeds;
import org.haetae.casework.inspection.InspectionFact.Inspected;
import org.haetae.casework.inspection.InspectionFact.Mended;
import org.haetae.casework.inspection.Seen.Result;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.RiskGrade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InspectionFileTest {
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
  private static final InspectionRule RULE = PlanReader.korea().inspections();
  private static final UserId OWNER = new UserId("officer-park");

  private static Deed day(int day) {
    return Deeds.officer(START.plus(Duration.ofDays(day)));
  }

  /** Everything was good but for {@code bad}. */
  private static List<Seen> seen(Check... bad) {
    List<Seen> all = new ArrayList<>();
    for (Check check : Check.values()) {
      boolean good = !List.of(bad).contains(check);
      all.add(
          new Seen(
              check, good ? Result.GOOD : Result.BAD, good ? "" : " loose ", List.of("photo")));
    }
    return all;
  }

  private static Inspected inspect(InspectionFile file, List<Seen> seen, int day) {
    return file.inspect(seen, OWNER, RiskGrade.HIGH, RULE, day(day));
  }

  private static InspectionFile inspected(InspectionFile file, int day, Check... bad) {
    return file.after(inspect(file, seen(bad), day));
  }

  private static List<Integer> open(InspectionFile file) {
    return file.open().stream().map(Finding::number).toList();
  }

  @Test
  void whatIsBadBecomesAFindingWithAnOwnerAndADate() {
    InspectionFile file = inspected(InspectionFile.EMPTY, 0, Check.LOCK, Check.WATCH_WORN);
    assertEquals(
        new Finding(1, Check.LOCK, "loose", OWNER, START, START.plus(Duration.ofDays(2))),
        file.open().getFirst());
    assertEquals(List.of(1, 2), open(file));
    assertEquals(Optional.of(START), file.last());
  }

  @Test
  void everyCheckMustBeLookedAt() {
    for (Check check : Check.values()) {
      List<Seen> seen = seen();
      seen.removeIf(one -> one.check() == check);
      String message =
          String.valueOf(
              assertThrows(InspectionRefusal.class, () -> inspect(InspectionFile.EMPTY, seen, 0))
                  .getMessage());
      assertTrue(message.contains(check.name()), message);
    }
  }

  @Test
  void noCheckIsAnsweredTwice() {
    List<Seen> seen = seen();
    seen.add(seen.getFirst());
    assertThrows(InspectionRefusal.class, () -> inspect(InspectionFile.EMPTY, seen, 0));
  }

  @Test
  void whatIsBadIsSaidInWords() {
    List<Seen> seen = seen();
    seen.set(0, new Seen(Check.CAMERA_VIEW, Result.BAD, " ", List.of()));
    assertThrows(InspectionRefusal.class, () -> inspect(InspectionFile.EMPTY, seen, 0));
  }

  @Test
  void whatIsNotThereIsNoFinding() {
    List<Seen> seen = seen();
    seen.set(2, new Seen(Check.WATCH_WORN, Result.NONE_HERE, "", List.of()));
    assertEquals(List.of(), inspect(InspectionFile.EMPTY, seen, 0).findings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void nothingIsClosedWithoutEvidence(String evidence) {
    InspectionFile file = inspected(InspectionFile.EMPTY, 0, Check.LOCK);
    assertThrows(InspectionRefusal.class, () -> file.mend(1, evidence, day(1)));
    Mended past = new Mended(START, OWNER, 1, evidence);
    assertThrows(InspectionRefusal.class, () -> file.after(past), "not even past the command");
  }

  @Test
  void evidenceClosesOneFindingOnce() {
    InspectionFile file = inspected(InspectionFile.EMPTY, 0, Check.LOCK, Check.EXCLUSION_SIGN);
    InspectionFile mended = file.after(file.mend(1, " photo-7 ", day(1)));
    assertEquals(List.of(2), open(mended));
    assertEquals(Optional.of(START), mended.last(), "mending is no look");
    assertThrows(InspectionRefusal.class, () -> mended.mend(1, "photo-8", day(2)));
    assertThrows(InspectionRefusal.class, () -> mended.mend(3, "photo-8", day(2)));
    assertEquals(List.of(1, 2), open(file), "the file before is what it was");
  }

  @Test
  void findingsAreNumberedThroughAllLooks() {
    InspectionFile file = inspected(InspectionFile.EMPTY, 0, Check.LOCK);
    file = file.after(file.mend(1, "photo-7", day(1)));
    file = inspected(file, 5, Check.CAMERA_VIEW, Check.LOCK);
    assertEquals(List.of(2, 3), open(file));
    file = inspected(file, 6);
    assertEquals(List.of(2, 3), open(file), "a good look later closes nothing by itself");
    assertEquals(Optional.of(day(6).at()), file.last());
    assertEquals(3, file.found());
  }

  @ParameterizedTest
  @CsvSource({
    "EXTREME, 7, 1",
    "HIGH, 14, 2",
    "ELEVATED, 30, 7",
    "MODERATE, 90, 14",
    "LOW, 180, 30",
  })
  void graverIsSooner(RiskGrade grade, int next, int mend) {
    assertEquals(day(next).at(), RULE.nextDue(grade, START));
    assertEquals(day(mend).at(), RULE.mendDue(grade, START));
  }

  @Test
  void aGradeWithoutTimesIsRefused() {
    Map<RiskGrade, Period> some = Map.of(RiskGrade.HIGH, Period.ofDays(1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new InspectionRule(ZoneId.of("Asia/Seoul"), RULE.every(), some));
    assertThrows(
        IllegalArgumentException.class,
        () -> new InspectionRule(ZoneId.of("Asia/Seoul"), some, RULE.mend()));
  }
}
