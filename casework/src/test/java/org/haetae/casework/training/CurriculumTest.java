package org.haetae.casework.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.Deeds;
import org.haetae.casework.plan.PlanReader;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.StaffFact.Left;
import org.haetae.casework.training.StaffFact.Posted;
import org.haetae.casework.training.StaffFact.Trained;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurriculumTest {
  private static final Curriculum KOREA = PlanReader.korea().curriculum();
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
  private static final UserId BY = Deeds.supervisor(NOW).by();
  private static final Staff NEW = Staff.unknown(new UserId("officer-park"));

  private static Staff trained(Staff staff, String module, Instant at) {
    return staff.after(new Trained(at, BY, module));
  }

  private static Staff trainedInAll(Instant at) {
    Staff staff = NEW;
    for (TrainingModule module : KOREA.modules()) {
      staff = trained(staff, module.id(), at);
    }
    return staff;
  }

  @ParameterizedTest
  @CsvSource({"OFFICER, 3", "SUPERVISOR, 2", "OPERATOR, 1", "ENGINEER, 0", "AUDITOR, 0"})
  void whoNeverLearnedLacksAllThatTheRoleNeeds(Role role, int modules) {
    assertEquals(modules, KOREA.lacks(NEW, role, NOW).size());
    assertEquals(List.of(), KOREA.lacks(trainedInAll(NOW), role, NOW));
  }

  @Test
  void eachModuleRunsOutAfterItsTime() {
    Staff staff = trainedInAll(NOW);
    Instant year = Instant.parse("2027-03-01T02:00:00Z");
    assertEquals(List.of(), KOREA.lacks(staff, Role.OFFICER, year.minusNanos(1)));
    assertEquals(
        List.of("risk-checklist", "victim-protection"), KOREA.lacks(staff, Role.OFFICER, year));
    assertEquals(
        List.of("risk-checklist", "victim-protection", "watch-handing"),
        KOREA.lacks(staff, Role.OFFICER, Instant.parse("2028-03-01T02:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource({
    // a year of the calendar in Seoul, where it is nine hours later
    "2027-06-30T20:00:00Z, 2028-06-30T20:00:00Z",
    "2028-02-29T03:00:00Z, 2029-02-28T03:00:00Z",
    "2028-02-28T20:00:00Z, 2029-02-27T20:00:00Z",
    "2027-02-28T03:00:00Z, 2028-02-28T03:00:00Z",
  })
  void aYearIsACalendarYear(Instant done, Instant until) {
    Staff staff = trained(NEW, "incident-desk", done);
    assertEquals(until, KOREA.holdsUntil(staff, Role.OPERATOR).get("incident-desk"));
    assertEquals(SEOUL, KOREA.zone());
  }

  @Test
  void theNewestTimeCountsInWhateverOrderItIsWrittenDown() {
    Instant old = Instant.parse("2024-03-01T02:00:00Z");
    Staff one = trained(trained(NEW, "incident-desk", NOW), "incident-desk", old);
    Staff other = trained(trained(NEW, "incident-desk", old), "incident-desk", NOW);
    assertEquals(one, other);
    assertEquals(List.of(), KOREA.lacks(one, Role.OPERATOR, NOW.plusSeconds(1)));
  }

  @Test
  void whatWasNeverLearnedHoldsUntilTheEpoch() {
    assertEquals(Instant.EPOCH, KOREA.holdsUntil(NEW, Role.OPERATOR).get("incident-desk"));
  }

  @Test
  void whatSomebodyLearnedStaysWhoeverTheyWorkFor() {
    StationId station = new StationId("station");
    Staff staff = trainedInAll(NOW).after(new Posted(NOW, BY, Role.OPERATOR, station));
    assertEquals(Optional.of(Role.OPERATOR), staff.role());
    Staff left = staff.after(new Left(NOW, BY));
    assertEquals(Optional.empty(), left.role());
    assertEquals(Optional.empty(), left.station());
    Staff back = left.after(new Posted(NOW, BY, Role.OFFICER, station));
    assertEquals(List.of(), KOREA.lacks(back, Role.OFFICER, NOW));
  }
}
