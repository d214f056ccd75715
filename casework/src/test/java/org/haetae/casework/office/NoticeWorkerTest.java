package org.haetae.casework.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.haetae.casework.Deeds;
import org.haetae.casework.PlainCalendar;
import org.haetae.casework.RandomLives;
import org.haetae.casework.casefile.CaseFact.Assigned;
import org.haetae.casework.casefile.CaseFact.Closed;
import org.haetae.casework.casefile.CaseFact.ContactsSet;
import org.haetae.casework.casefile.CaseFact.Opened;
import org.haetae.casework.casefile.CaseFact.Reopened;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.ledger.MemoryLedger;
import org.haetae.casework.ledger.Refusal;
import org.haetae.casework.office.NoticeDesk.Due;
import org.haetae.casework.office.PlainNotices.Expected;
import org.haetae.casework.office.PlainNotices.Told;
import org.haetae.casework.release.CustodyEvent;
import org.haetae.casework.release.CustodyKind;
import org.haetae.casework.release.Outcome;
import org.haetae.casework.release.Releases;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.Offence;
import org.junit.jupiter.api.Test;

/**
 * A worker that asks every minute of a year what is due and tries all of it, while everything else
 * happens at random. Whom it tries when must be what {@link PlainNotices} says.
 */
class NoticeWorkerTest {
  @Test
  void everyoneIsTriedWhenThePlainModelSays() {
    RandomLives.play(
        1,
        random -> {
          // the two whose clocks change
          for (ZoneId zone : PlainCalendar.ZONES.subList(1, 3)) {
            new Year(random, zone).play();
          }
        });
  }

  private static final class Year {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOLD = Duration.ofMinutes(90);
    private static final int CASES = 4;

    private final Random random;
    private final Instant begin;
    private final Instant end;
    private final PriorityQueue<Instant> happenings = new PriorityQueue<>();
    private final Set<Instant> early = new HashSet<>();
    private final MemoryLedger ledger = new MemoryLedger();
    private final PlainNotices model = new PlainNotices();
    private final ZoneId zone;
    private Office office = new Office(ledger);
    private NoticeDesk desk;
    private int reports;
    private int attempts;

    Year(Random random, ZoneId zone) {
      this.random = random;
      this.zone = zone;
      desk = new NoticeDesk(office, Releases.rule(zone), Releases.PIN);
      LocalDate first = LocalDate.of(2024 + random.nextInt(10), 1, 1);
      begin = first.atStartOfDay(zone).toInstant();
      end = first.plusYears(1).atStartOfDay(zone).toInstant();
      for (Instant at = begin; at.isBefore(end); at = at.plusSeconds(random.nextInt(32 * 3_600))) {
        happenings.add(at);
      }
    }

    void play() {
      for (int i = 0; i < CASES; i++) {
        open(i);
      }
      reportBeforeTheClocksChange();
      for (Instant now = begin; now.isBefore(end); now = now.plus(MINUTE)) {
        while (!happenings.isEmpty() && !happenings.element().isAfter(now)) {
          happen(Deeds.officer(happenings.remove()));
        }
        work(now);
      }
      assertTrue(attempts > 1_000, attempts + " attempts are too few to say much");
    }

    private void open(int i) {
      Set<RespondentId> against =
          i == 0 ? Set.of(respondent(0)) : Set.of(respondent(i - 1), respondent(i));
      model.open(id(i), against);
      write(
          id(i),
          new Opened(
              begin,
              Deeds.officer(begin).by(),
              new ProtectedPersonId("person-" + i),
              against,
              Offence.STALKING,
              new StationId("station"),
              OptionalInt.empty()));
    }

    /** So that attempts go on through the hours that are skipped or read twice. */
    private void reportBeforeTheClocksChange() {
      Instant at = begin;
      for (int i = 0; i < 2; i++) {
        ZoneOffsetTransition change = zone.getRules().nextTransition(at);
        if (change != null && change.getInstant().isBefore(end)) {
          at = change.getInstant();
          happenings.add(at.minus(HOLD));
          early.add(at.minus(HOLD));
        }
      }
    }

    private void work(Instant now) {
      List<Due> due = desk.due(now);
      Set<Expected> expected = model.due(now);
      assertEquals(expected.size(), due.size(), () -> now + ": " + expected + " but " + due);
      if (due.isEmpty()) {
        return;
      }
      assertEquals(expected, due.stream().map(Expected::of).collect(Collectors.toSet()));
      assertEquals(
          due.stream().map(Due::since).sorted().toList(), due.stream().map(Due::since).toList());
      for (Due one : due) {
        Outcome outcome = List.of(Outcome.values()).get(random.nextInt(3));
        desk.attempted(one, outcome, "tried", now);
        model.tried(one.file(), one.notice().number(), one.to(), outcome, now, one.code());
        attempts++;
      }
      assertEquals(List.of(), desk.due(now), "all was tried");
    }

    private void happen(Deed deed) {
      CaseId id = id(random.nextInt(CASES));
      if (early.contains(deed.at())) {
        report(reports++, deed);
        return;
      }
      switch (random.nextInt(32)) {
        case 0, 1 -> report(random.nextInt(4) == 0 ? random.nextInt(reports + 1) : reports++, deed);
        case 2 -> {
          Contact[] some = contacts();
          take(
              model.contacts(id, List.of(some)),
              () -> write(id, new ContactsSet(deed.at(), deed.by(), List.of(some))));
        }
        case 3 -> {
          UserId officer = new UserId("officer-" + random.nextInt(9));
          take(
              model.officer(id, officer),
              () -> write(id, new Assigned(deed.at(), deed.by(), officer)));
        }
        case 4 -> take(model.refuse(id), () -> desk.refuse(id, "no calls", deed));
        case 5, 6 -> {
          boolean still = random.nextInt(4) == 0;
          take(model.review(id, still), () -> desk.reviewRefusal(id, still, deed));
        }
        case 7 -> {
          if (random.nextInt(4) == 0) {
            take(model.close(id), () -> write(id, new Closed(deed.at(), deed.by(), "over")));
          }
        }
        case 8, 9 ->
            take(model.reopen(id), () -> write(id, new Reopened(deed.at(), deed.by(), "not yet")));
        case 10 -> {
          if (random.nextInt(5) == 0) {
            restart();
          }
        }
        default -> model.any(random).ifPresent(told -> confirm(told, deed));
      }
    }

    private void report(int number, Deed deed) {
      RespondentId respondent = respondent(number % (CASES + 1));
      String key = "report-" + number;
      assertEquals(
          model.report(key, respondent, deed.at()),
          Set.copyOf(
              desk.report(
                  new CustodyEvent(key, respondent, CustodyKind.RELEASED, deed.at()), deed)));
    }

    private void confirm(Told told, Deed deed) {
      if (random.nextInt(3) == 0) {
        take(
            model.saidInPerson(told),
            () -> desk.saidInPerson(told.file, told.number, told.to, "nodded", deed));
        return;
      }
      // only who was tried can have heard a code
      boolean heard = !told.code.isEmpty() && random.nextInt(3) > 0;
      String code = heard ? told.code : Releases.wrong(told.code);
      take(
          model.code(told, heard),
          () -> assertEquals(heard, desk.confirm(told.file, told.number, told.to, code, deed)));
    }

    private void restart() {
      office = new Office(ledger);
      desk = new NoticeDesk(office, Releases.rule(zone), Releases.PIN);
    }

    /** What the model says must match whether it is refused. */
    private static void take(boolean may, Runnable command) {
      try {
        command.run();
      } catch (Refusal refusal) {
        assertFalse(may, () -> "refused, but the model takes it: " + refusal.getMessage());
        return;
      }
      assertTrue(may, "taken, but the model refuses it");
    }

    private void write(CaseId id, Fact fact) {
      office.run(change -> change.add(id, fact));
    }

    private Contact[] contacts() {
      return IntStream.range(0, random.nextInt(4))
          .mapToObj(
              i ->
                  new Contact(
                      "contact-" + i, Contact.Means.CALL, Locale.KOREAN, random.nextInt(3) == 0))
          .toArray(Contact[]::new);
    }

    private static CaseId id(int i) {
      return new CaseId("case-" + i);
    }

    private static RespondentId respondent(int i) {
      return new RespondentId("respondent-" + i);
    }
  }
}
