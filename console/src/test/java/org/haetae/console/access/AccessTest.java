package org.haetae.console.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.haetae.casework.casefile.CaseFact;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.staff.Role;
import org.haetae.casework.training.Staff;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {
  private static final StationId HERE = new StationId("here");
  private static final StationId THERE = new StationId("there");
  private static final UserId LIM = new UserId("lim");
  private static final CaseFile FILE =
      CaseFile.opened(
          new CaseId("case-1"),
          new CaseFact.Opened(
              Instant.EPOCH,
              LIM,
              new ProtectedPersonId("person-1"),
              Set.of(),
              Offence.STALKING,
              HERE,
              OptionalInt.empty()));

  private static Staff staff(String name, Optional<Role> role, StationId station) {
    return new Staff(new UserId(name), role, Optional.of(station), Map.of());
  }

  @ParameterizedTest
  @EnumSource(names = {"OPERATOR", "ENGINEER"})
  void whoLeadsNoCaseSeesNone(Role role) {
    Staff who = staff("na", Optional.of(role), HERE);
    assertTrue(
        Collections.disjoint(
            Access.sections(who), Set.of(Section.CASES, Section.SUPPORT, Section.RELEASES)));
    assertFalse(Access.sees(who, FILE, Set.of()));
  }

  @Test
  void theTrailIsForAuditorsAndAuditorsForTheTrail() {
    Staff auditor = staff("ji", Optional.of(Role.AUDITOR), HERE);
    assertEquals(Set.of(Section.AUDIT), Access.sections(auditor));
    assertFalse(Access.sees(auditor, FILE, Set.of()));
    for (Role role : List.of(Role.OFFICER, Role.SUPERVISOR)) {
      assertFalse(Access.sections(staff("oh", Optional.of(role), HERE)).contains(Section.AUDIT));
    }
  }

  @Test
  void whoHasLeftSeesNothing() {
    Staff who = staff("na", Optional.empty(), HERE);
    assertEquals(Set.of(), Access.sections(who));
    assertFalse(Access.sees(who, FILE, Set.of()));
  }

  @Test
  void anOfficerSeesTheStationsCasesAndThoseThatTheOfficerLeads() {
    assertTrue(Access.sees(staff("kim", Optional.of(Role.OFFICER), HERE), FILE, Set.of()));
    assertFalse(Access.sees(staff("kim", Optional.of(Role.OFFICER), THERE), FILE, Set.of()));
    CaseFile led = FILE.after(new CaseFact.Assigned(Instant.EPOCH, LIM, new UserId("kim")));
    assertTrue(Access.sees(staff("kim", Optional.of(Role.OFFICER), THERE), led, Set.of()));
    assertFalse(Access.sees(staff("choi", Optional.of(Role.OFFICER), THERE), led, Set.of()));
  }

  @Test
  void aSupervisorSeesEveryCase() {
    assertTrue(Access.sees(staff("oh", Optional.of(Role.SUPERVISOR), THERE), FILE, Set.of()));
  }

  @Test
  void anEmergencyOpensACaseToOfficersOnly() {
    Set<CaseId> opened = Set.of(FILE.id());
    assertTrue(Access.sees(staff("kim", Optional.of(Role.OFFICER), THERE), FILE, opened));
    assertFalse(Access.sees(staff("na", Optional.of(Role.OPERATOR), THERE), FILE, opened));
    assertFalse(
        Access.sees(
            staff("kim", Optional.of(Role.OFFICER), THERE), FILE, Set.of(new CaseId("case-9"))));
  }

  @Test
  void onlySupervisorsKeepUsersAndDecideWhatIsKept() {
    for (Role role : Role.values()) {
      Set<Section> open = Access.sections(staff("na", Optional.of(role), HERE));
      assertEquals(role == Role.SUPERVISOR, open.contains(Section.USERS), role.name());
      assertEquals(role == Role.SUPERVISOR, open.contains(Section.KEEPING), role.name());
    }
  }
}
