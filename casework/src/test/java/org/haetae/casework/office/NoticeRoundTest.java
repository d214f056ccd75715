package org.haetae.casework.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.haetae.casework.Deeds;
import org.haetae.casework.casefile.CaseFact.Assigned;
import org.haetae.casework.casefile.CaseFact.ContactsSet;
import org.haetae.casework.casefile.CaseFact.Opened;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.release.CustodyEvent;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.release.NoticeSender.Sent;
import org.haetae.casework.release.Outcome;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.release.ReleaseFact.Attempted;
import org.haetae.casework.release.ReleaseMessage;
import org.haetae.casework.release.Releases;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.Test;

/** Everybody who must know is tried, and every attempt is on record. */
class NoticeRoundTest {
  private static final Instant START = Instant.parse("2026-03-01T02:00:00Z");
  private static final CaseId CASE = new CaseId("case-1");

  private final AtomicReference<Instant> clock = new AtomicReference<>(START);
  private final Office office = new Office(new MemoryLedger());
  private final NoticeDesk desk =
      new NoticeDesk(office, Releases.rule(ZoneId.of("Asia/Seoul")), Releases.PIN);
  private final List<ReleaseMessage> sent = new ArrayList<>();
  private final NoticeRound round =
      new NoticeRound(
          desk,
          message -> {
            sent.add(message);
            return new Sent(Outcome.UNANSWERED, "the gateway took it");
          },
          Locale.KOREAN,
          clock::get);

  NoticeRoundTest() {
    write(
        new Opened(
            START,
            new UserId("kim"),
            new ProtectedPersonId("yun"),
            Set.of(new RespondentId("han")),
            Offence.STALKING,
            new StationId("mapo"),
            OptionalInt.empty()));
    desk.report(
        new CustodyEvent("k-1", new RespondentId("han"), CustodyKind.RELEASED, START),
        Deeds.officer(START));
  }

  private void write(Fact fact) {
    office.run(change -> change.add(CASE, fact));
  }

  private Attempted last(Recipient to) {
    return office.look(
        files ->
            files.find(CASE).orElseThrow().releases().find(1).unconfirmed().entrySet().stream()
                .filter(entry -> entry.getKey() == to)
                .findFirst()
                .orElseThrow()
                .getValue()
                .last()
                .orElseThrow());
  }

  @Test
  void whoCantBeToldIsOnRecordToo() throws Exception {
    assertEquals(2, round.run());

    assertEquals(List.of(), sent);
    assertEquals(Outcome.FAILED, last(Recipient.PROTECTED_PERSON).outcome());
    assertEquals("nobody is in charge of the case", last(Recipient.OFFICER_IN_CHARGE).detail());
  }

  @Test
  void bothAreToldInTheirLanguageWithCodesOfTheirOwn() throws Exception {
    write(
        new ContactsSet(
            START,
            new UserId("kim"),
            List.of(
                new Contact("shared", Contact.Means.CALL, Locale.KOREAN, true),
                new Contact("own", Contact.Means.TEXT_MESSAGE, Locale.ENGLISH, false))));
    write(new Assigned(START, new UserId("kim"), new UserId("lim")));

    assertEquals(2, round.run());

    assertEquals(
        Set.of("yun", "lim"), Set.of(sent.getFirst().receiver(), sent.getLast().receiver()));
    ReleaseMessage person =
        sent.stream().filter(one -> one.receiver().equals("yun")).findFirst().orElseThrow();
    assertEquals(Locale.ENGLISH, person.language());
    assertEquals("own", person.contact().orElseThrow().name());
    assertTrue(!sent.getFirst().code().equals(sent.getLast().code()));
  }

  @Test
  void itIsTriedAgainAfterHalfAnHourAndByAnotherKey() throws Exception {
    write(new Assigned(START, new UserId("kim"), new UserId("lim")));
    int first = round.run();
    assertEquals(0, round.run());

    clock.set(START.plus(Duration.ofMinutes(30)));
    assertEquals(first, round.run());
    assertTrue(!sent.getFirst().key().equals(sent.getLast().key()));
  }
}
