package org.haetae.casework.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.haetae.casework.Deeds;
import org.haetae.casework.casefile.CaseFact.Assigned;
import org.haetae.casework.casefile.CaseFact.Closed;
import org.haetae.casework.casefile.CaseFact.ContactsSet;
import org.haetae.casework.casefile.CaseFact.Opened;
import org.haetae.casework.casefile.CaseFact.Reopened;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.office.NoticeDesk.Due;
import org.haetae.casework.release.Outcome;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.release.ReleaseFact.Attempted;
import org.haetae.casework.release.Releases;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.Test;

class NoticeDeskTest {
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
  private static final CaseId ONE = new CaseId("case-1");
  private static final CaseId TWO = new CaseId("case-2");

  private final MemoryLedger ledger = new MemoryLedger();
  private final Office office = new Office(ledger);
  private final NoticeDesk desk = desk(office);

  private static NoticeDesk desk(Office office) {
    return new NoticeDesk(office, Releases.rule(ZoneId.of("Asia/Seoul")), Releases.PIN);
  }

  private static Deed deed(long minute) {
    return Deeds.officer(START.plus(Duration.ofMinutes(minute)));
  }

  private void write(CaseId id, Fact fact) {
    office.run(change -> change.add(id, fact));
  }

  private void open(CaseId id, String respondent) {
    write(
        id,
        new Opened(
            START,
            deed(0).by(),
            new ProtectedPersonId("person-of-" + id),
            Set.of(new RespondentId(respondent)),
            Offence.STALKING,
            new StationId("station"),
            OptionalInt.empty()));
  }

  private void contacts(CaseId id, Contact... contacts) {
    write(id, new ContactsSet(START, deed(0).by(), List.of(contacts)));
  }

  private static Contact contact(String name, boolean seen) {
    return new Contact(name, Contact.Means.CALL, Locale.KOREAN, seen);
  }

  private List<CaseId> report(String key, long minute) {
    return desk.report(Releases.event(key, START), deed(minute));
  }

  private List<Due> due(long minute) {
    return desk.due(deed(minute).at());
  }

  private Due person(CaseId id, long minute) {
    return due(minute).stream()
        .filter(one -> one.file().equals(id) && one.to() == Recipient.PROTECTED_PERSON)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aReportReachesEveryOpenCaseAgainstTheRespondent() {
    open(ONE, "respondent-1");
    open(TWO, "respondent-1");
    open(new CaseId("case-3"), "respondent-2");
    CaseId closed = new CaseId("case-4");
    open(closed, "respondent-1");
    write(closed, new Closed(START, deed(0).by(), "moved abroad"));
    assertEquals(List.of(ONE, TWO), report("report-1", 1));
    assertEquals(4, due(1).size(), "a person and an officer of each");
  }

  @Test
  void theSameReportTwiceChangesNothing() {
    open(ONE, "respondent-1");
    assertEquals(List.of(ONE), report("report-1", 1));
    List<?> before = ledger.after(0, 100);
    assertEquals(List.of(), report("report-1", 9));
    assertEquals(before, ledger.after(0, 100));
    open(TWO, "respondent-1");
    assertEquals(List.of(TWO), report("report-1", 10), "a case that it has not reached yet");
  }

  @Test
  void aContactThatTheRespondentSeesIsNeverUsed() {
    open(ONE, "respondent-1");
    contacts(ONE, contact("shared", true), contact("own", false), contact("work", false));
    report("report-1", 0);
    List<String> used = new ArrayList<>();
    for (int attempt = 0; attempt < 9; attempt++) {
      Due due = person(ONE, 30L * attempt);
      used.add(due.contact().orElseThrow().name());
      desk.attempted(due, Outcome.UNANSWERED, "rang", due.since());
    }
    assertEquals(List.of("own", "own", "work", "work", "own", "own", "work", "work", "own"), used);
  }

  @Test
  void withoutASafeContactTheAttemptIsDueAndWrittenDown() {
    open(ONE, "respondent-1");
    contacts(ONE, contact("shared", true));
    report("report-1", 0);
    Due due = person(ONE, 0);
    assertEquals(Optional.empty(), due.contact());
    desk.attempted(due, Outcome.FAILED, "no safe contact", due.since());
    assertEquals(1, ledger.after(3, 9).size());
    Attempted written = (Attempted) ledger.after(3, 1).getFirst().entry().fact();
    assertEquals(Optional.empty(), written.contact());
    assertEquals(1, due(29).size(), "only the officer's");
    assertEquals(2, due(30).size());
  }

  @Test
  void whatOnePersonWasToldConfirmsForNobodyElse() {
    open(ONE, "respondent-1");
    open(TWO, "respondent-1");
    report("report-1", 0);
    String code = person(ONE, 0).code();
    assertNotEquals(code, person(TWO, 0).code());
    assertFalse(desk.confirm(TWO, 1, Recipient.PROTECTED_PERSON, code, deed(1)));
    assertFalse(desk.confirm(ONE, 1, Recipient.OFFICER_IN_CHARGE, code, deed(1)));
    assertTrue(desk.confirm(ONE, 1, Recipient.PROTECTED_PERSON, code, deed(1)));
    assertEquals(3, due(2).size());
  }

  @Test
  void whoHasWaitedLongestComesFirst() {
    open(ONE, "respondent-1");
    report("report-1", 10);
    desk.attempted(person(ONE, 10), Outcome.ANSWERED, "hung up", deed(10).at());
    report("report-2", 11);
    List<Instant> since = due(500).stream().map(Due::since).toList();
    assertEquals(List.of(deed(10).at(), deed(11).at(), deed(11).at(), deed(130).at()), since);
  }

  @Test
  void theOfficerInChargeIsNamed() {
    open(ONE, "respondent-1");
    report("report-1", 0);
    assertEquals(Optional.empty(), due(0).getFirst().officer(), "nobody yet, and due all the same");
    UserId officer = new UserId("officer-park");
    write(ONE, new Assigned(START, deed(0).by(), officer));
    due(0).forEach(one -> assertEquals(Optional.of(officer), one.officer()));
    assertEquals(new ProtectedPersonId("person-of-case-1"), due(0).getFirst().person());
  }

  @Test
  void nobodyIsToldOfAClosedCaseUntilItIsOpenAgain() {
    open(ONE, "respondent-1");
    report("report-1", 0);
    write(ONE, new Closed(START, deed(0).by(), "moved abroad"));
    assertEquals(List.of(), due(99));
    write(ONE, new Reopened(START, deed(0).by(), "came back"));
    assertEquals(2, due(99).size());
  }

  @Test
  void afterARestartTheSameIsDue() {
    open(ONE, "respondent-1");
    contacts(ONE, contact("own", false));
    report("report-1", 0);
    desk.attempted(person(ONE, 0), Outcome.UNANSWERED, "rang", deed(0).at());
    desk.refuse(ONE, "no calls", deed(1));
    report("report-2", 2);
    desk.reviewRefusal(ONE, false, deed(3));
    assertEquals(4, due(60).size());
    assertEquals(due(60), desk(new Office(ledger)).due(deed(60).at()));
  }
}
