package org.haetae.casework.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.office.NoticeDesk.Due;
import org.haetae.casework.release.Outcome;
import org.haetae.casework.release.Recipient;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;

/**
 * Who must be tried when, as plainly as it can be said: a timer for each who must know. Each method
 * that changes something answers whether the house may do it. Not safe for many threads.
 */
final class PlainNotices {
  private final Map<CaseId, Plain> files = new HashMap<>();

  /** A case. */
  private static final class Plain {
    final Set<RespondentId> against;
    final Set<String> keys = new HashSet<>();
    final List<Told> all = new ArrayList<>();
    final List<Told> unconfirmed = new ArrayList<>();
    List<Contact> contacts = List.of();
    Optional<UserId> officer = Optional.empty();
    boolean open = true;
    boolean refuses;

    Plain(Set<RespondentId> against) {
      this.against = against;
    }
  }

  /** One who must know of one report. */
  static final class Told {
    final CaseId file;
    final int number;
    final Recipient to;
    final Instant reported;
    Instant next;
    int tries;
    int wrong;
    boolean confirmed;
    String code = "";

    Told(CaseId file, int number, Recipient to, Instant reported) {
      this.file = file;
      this.number = number;
      this.to = to;
      this.reported = reported;
      next = reported;
    }
  }

  /** What of an attempt can be foreseen. */
  record Expected(
      CaseId file,
      int number,
      Recipient to,
      Optional<String> contact,
      Optional<UserId> officer,
      Instant since) {
    static Expected of(Due due) {
      return new Expected(
          due.file(),
          due.notice().number(),
          due.to(),
          due.contact().map(Contact::name),
          due.officer(),
          due.since());
    }
  }

  void open(CaseId id, Set<RespondentId> against) {
    files.put(id, new Plain(against));
  }

  Set<CaseId> report(String key, RespondentId respondent, Instant at) {
    Set<CaseId> told = new HashSet<>();
    files.forEach(
        (id, file) -> {
          if (file.open && file.against.contains(respondent) && file.keys.add(key)) {
            for (Recipient to : Recipient.values()) {
              file.all.add(new Told(id, file.keys.size(), to, at));
              file.unconfirmed.add(file.all.getLast());
            }
            told.add(id);
          }
        });
    return told;
  }

  Set<Expected> due(Instant now) {
    Set<Expected> due = new HashSet<>();
    for (Plain file : files.values()) {
      for (Told told : file.unconfirmed) {
        if (waits(told) && !told.next.isAfter(now)) {
          due.add(
              new Expected(
                  told.file, told.number, told.to, contact(file, told), file.officer, told.next));
        }
      }
    }
    return due;
  }

  private static Optional<String> contact(Plain file, Told told) {
    List<String> safe = new ArrayList<>();
    for (Contact contact : file.contacts) {
      if (!contact.seenByRespondent()) {
        // twice each: the next one's turn comes after two attempts in vain
        safe.add(contact.name());
        safe.add(contact.name());
      }
    }
    return told.to == Recipient.OFFICER_IN_CHARGE || safe.isEmpty()
        ? Optional.empty()
        : Optional.of(safe.get(told.tries % safe.size()));
  }

  void tried(CaseId id, int number, Recipient to, Outcome outcome, Instant at, String code) {
    for (Told told : file(id).all) {
      if (told.number == number && told.to == to) {
        told.tries++;
        told.next = at.plusSeconds(outcome == Outcome.ANSWERED ? 7_200 : 1_800);
        told.code = code;
      }
    }
  }

  boolean contacts(CaseId id, List<Contact> contacts) {
    Plain file = file(id);
    file.contacts = file.open ? contacts : file.contacts;
    return file.open;
  }

  boolean officer(CaseId id, UserId officer) {
    Plain file = file(id);
    file.officer = file.open ? Optional.of(officer) : file.officer;
    return file.open;
  }

  boolean refuse(CaseId id) {
    Plain file = file(id);
    file.refuses |= file.open;
    return file.open;
  }

  boolean review(CaseId id, boolean stillRefuses) {
    Plain file = file(id);
    boolean may = file.open && file.refuses;
    if (may && !stillRefuses) {
      file.refuses = false;
      for (Told told : file.all) {
        told.next = told.to == Recipient.PROTECTED_PERSON ? told.reported : told.next;
      }
    }
    return may;
  }

  boolean close(CaseId id) {
    boolean may = file(id).open;
    file(id).open = false;
    return may;
  }

  boolean reopen(CaseId id) {
    boolean may = !file(id).open;
    file(id).open = true;
    return may;
  }

  boolean saidInPerson(Told told) {
    boolean may = waits(told);
    if (may) {
      confirmed(told);
    }
    return may;
  }

  boolean code(Told told, boolean right) {
    boolean may = waits(told) && told.wrong < 3;
    if (may && right) {
      confirmed(told);
    }
    told.wrong += may && !right ? 1 : 0;
    return may;
  }

  private void confirmed(Told told) {
    told.confirmed = true;
    file(told.file).unconfirmed.remove(told);
  }

  /** Anybody, most often one of those who have not confirmed. */
  Optional<Told> any(Random random) {
    List<Told> all = new ArrayList<>();
    boolean waiting = random.nextInt(10) > 0;
    for (Plain file : files.values()) {
      file.all.stream().filter(told -> !waiting || waits(told)).forEach(all::add);
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private boolean waits(Told told) {
    Plain file = file(told.file);
    boolean spared = told.to == Recipient.PROTECTED_PERSON && file.refuses;
    return file.open && !spared && !told.confirmed;
  }

  private Plain file(CaseId id) {
    return Optional.ofNullable(files.get(id)).orElseThrow();
  }
}
