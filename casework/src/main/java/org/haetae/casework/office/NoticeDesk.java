package org.haetae.casework.office;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.casefile.Officer;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.release.Confirmation;
import org.haetae.casework.release.CustodyEvent;
import org.haetae.casework.release.NoticePin;
import org.haetae.casework.release.NoticeRule;
import org.haetae.casework.release.Outcome;
import org.haetae.casework.release.Recipient;
import org.haetae.casework.release.ReleaseFact.Attempted;
import org.haetae.casework.release.ReleaseFact.Confirmed;
import org.haetae.casework.release.ReleaseFact.NoticeRefused;
import org.haetae.casework.release.ReleaseFact.RefusalReviewed;
import org.haetae.casework.release.ReleaseFact.Reported;
import org.haetae.casework.release.ReleaseNotice;
import org.haetae.casework.release.Telling;
import org.haetae.casework.staff.Actor;
import org.haetae.casework.staff.Deed;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.UserId;

/** Takes reports of custody in and says who must be told now. Safe for many threads. */
public final class NoticeDesk {
  private final Office office;
  private final NoticeRule rule;
  private final NoticePin pin;

  public NoticeDesk(Office office, NoticeRule rule, NoticePin pin) {
    this.office = office;
    this.rule = rule;
    this.pin = pin;
  }

  /**
   * An attempt that is due.
   *
   * @param contact by which the protected person is reached; empty where none is safe, and for the
   *     officer
   * @param officer who is in charge, if anybody
   * @param code that proves, given back, that it was heard
   */
  public record Due(
      CaseId file,
      ReleaseNotice notice,
      Recipient to,
      ProtectedPersonId person,
      Optional<Contact> contact,
      Optional<UserId> officer,
      String code,
      Instant since) {}

  /**
   * Takes a report in for each open case against the respondent. The same report twice changes
   * nothing the second time.
   *
   * @return the cases whose people must be told now
   */
  public List<CaseId> report(CustodyEvent event, Deed deed) {
    return office.change(
        change -> {
          List<CaseId> told = new ArrayList<>();
          for (CaseFile file : change.files().against(event.respondent())) {
            Optional<Reported> fact = file.releases().report(event, deed);
            if (fact.isPresent()) {
              change.add(file.id(), fact.get());
              told.add(file.id());
            }
          }
          return told;
        });
  }

  /** Somebody who must still hear of something, and how far that is. */
  public record Untold(CaseFile file, ReleaseNotice notice, Recipient to, Telling telling) {}

  /** Everybody who has not confirmed, by case and notice. */
  public List<Untold> untold() {
    return office.look(NoticeDesk::untold);
  }

  /** Everybody who must be tried at {@code now}, who has waited longest first. */
  public List<Due> due(Instant now) {
    return office.look(
        files -> {
          List<Due> all = new ArrayList<>();
          untold(files).forEach(one -> due(one, now).ifPresent(all::add));
          all.sort((one, two) -> one.since().compareTo(two.since()));
          return all;
        });
  }

  /** Writes an attempt down. */
  public void attempted(Due due, Outcome outcome, String detail, Instant at) {
    office.run(
        change ->
            change.add(
                due.file(),
                new Attempted(
                    at,
                    Actor.CLOCK.user(),
                    due.notice().number(),
                    due.to(),
                    due.contact().map(Contact::name),
                    outcome,
                    detail)));
  }

  /**
   * Somebody gives the code back.
   *
   * @return whether it was the right one
   */
  public boolean confirm(CaseId id, int number, Recipient to, String code, Deed deed) {
    return office.change(
        change -> {
          var fact = change.file(id).releases().confirm(id, number, to, code, pin, rule, deed);
          change.add(id, fact);
          return fact instanceof Confirmed;
        });
  }

  /** An officer has said it face to face. */
  public void saidInPerson(CaseId id, int number, Recipient to, String proof, Deed deed) {
    office.run(
        change ->
            change.add(
                id,
                new Confirmed(deed.at(), deed.by(), number, to, Confirmation.IN_PERSON, proof)));
  }

  public void refuse(CaseId id, String reason, Deed deed) {
    office.run(change -> change.add(id, new NoticeRefused(deed.at(), deed.by(), reason)));
  }

  public void reviewRefusal(CaseId id, boolean stillRefuses, Deed deed) {
    office.run(change -> change.add(id, new RefusalReviewed(deed.at(), deed.by(), stillRefuses)));
  }

  private static List<Untold> untold(Files files) {
    List<Untold> all = new ArrayList<>();
    for (CaseFile file : files.untold()) {
      for (ReleaseNotice notice : file.releases().notices()) {
        notice
            .unconfirmed()
            .forEach((to, telling) -> all.add(new Untold(file, notice, to, telling)));
      }
    }
    return all;
  }

  private Optional<Due> due(Untold one, Instant now) {
    CaseFile file = one.file();
    ReleaseNotice notice = one.notice();
    Recipient to = one.to();
    return notice
        .nextAttempt(to, rule)
        .filter(next -> !now.isBefore(next))
        .map(
            next ->
                new Due(
                    file.id(),
                    notice,
                    to,
                    file.opened().person(),
                    to == Recipient.PROTECTED_PERSON
                        ? file.contacts().forAttempt(one.telling().attempts())
                        : Optional.empty(),
                    file.officer().map(Officer::user),
                    pin.code(file.id(), notice.key(), to),
                    next));
  }
}
