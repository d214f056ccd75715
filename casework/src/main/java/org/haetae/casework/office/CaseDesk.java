package org.haetae.casework.office;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.haetae.casework.casefile.CaseFact.Assigned;
import org.haetae.casework.casefile.CaseFact.Closed;
import org.haetae.casework.casefile.CaseFact.ContactsSet;
import org.haetae.casework.casefile.CaseFact.Opened;
import org.haetae.casework.casefile.CaseFact.Reopened;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.casefile.CaseRefusal;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.inspection.Seen;
import org.haetae.casework.plan.Plan;
import org.haetae.casework.risk.Answer;
import org.haetae.casework.staff.Deed;
import org.haetae.casework.staff.Role;
import org.haetae.casework.support.SupportFact.EndReason;
import org.haetae.casework.support.SupportFact.Ended;
import org.haetae.casework.support.SupportFact.Started;
import org.haetae.casework.training.Staff;
import org.haetae.casework.training.StaffFact.Left;
import org.haetae.casework.training.StaffFact.Posted;
import org.haetae.casework.training.StaffFact.Trained;
import org.haetae.casework.watch.RequestClosing;
import org.haetae.casework.watch.RequestFact;
import org.haetae.casework.watch.Watch;
import org.haetae.casework.watch.WatchFact.Unreserved;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.casework.watch.WatchState;
import org.haetae.domain.id.CaseId;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.Offence;
import org.haetae.domain.order.RiskGrade;

/**
 * What people do with cases, except for watches and release notices. Each method throws a {@link
 * org.haetae.casework.ledger.Refusal} where a rule forbids it. Safe for many threads.
 */
public final class CaseDesk {
  private final Office office;
  private final Plan plan;
  private final Allotment allotment;

  public CaseDesk(Office office, Plan plan) {
    this.office = office;
    this.plan = plan;
    this.allotment = new Allotment(plan.watches().reach());
  }

  /** Begins to protect somebody. */
  public void open(
      CaseId id,
      ProtectedPersonId person,
      Set<RespondentId> respondents,
      Offence offence,
      StationId station,
      OptionalInt birthYear,
      Deed deed) {
    office.run(
        change -> {
          requireUnprotected(change, person);
          if (change.files().stock().station(station).isEmpty()) {
            throw new CaseRefusal("there is no station %s".formatted(station));
          }
          change.add(
              id,
              new Opened(deed.at(), deed.by(), person, respondents, offence, station, birthYear));
        });
  }

  /** Puts an officer in charge who has all training that this needs. */
  public void assign(CaseId id, UserId officer, Deed deed) {
    office.run(
        change -> {
          Staff staff = change.files().staff(officer);
          boolean leads =
              staff.role().filter(r -> r == Role.OFFICER || r == Role.SUPERVISOR).isPresent();
          if (!leads) {
            throw new CaseRefusal("%s is no officer: only officers lead cases".formatted(officer));
          }
          List<String> lacks = plan.curriculum().lacks(staff, Role.OFFICER, deed.at());
          if (!lacks.isEmpty()) {
            throw new CaseRefusal(
                "%s can't lead a case: the training %s is missing or has run out"
                    .formatted(officer, String.join(", ", lacks)));
          }
          change.add(id, new Assigned(deed.at(), deed.by(), officer));
        });
  }

  /** Writes down how the person is reached, the preferred way first. */
  public void contacts(CaseId id, List<Contact> contacts, Deed deed) {
    office.run(change -> change.add(id, new ContactsSet(deed.at(), deed.by(), contacts)));
  }

  public void assess(CaseId id, Map<String, Answer> answers, Deed deed) {
    office.run(
        change -> change.add(id, change.file(id).risk().assess(plan.checklist(), answers, deed)));
  }

  public void raise(CaseId id, RiskGrade to, String reason, Deed deed) {
    office.run(change -> change.add(id, change.file(id).risk().raise(to, reason, deed)));
  }

  public void lower(CaseId id, RiskGrade to, String reason, Deed deed) {
    office.run(change -> change.add(id, change.file(id).risk().lower(to, reason, deed)));
  }

  /** Writes down a look on the spot; findings are the officer's in charge, or else the writer's. */
  public void inspect(CaseId id, List<Seen> seen, Deed deed) {
    office.run(
        change -> {
          CaseFile file = change.file(id);
          UserId owner = file.officer().map(officer -> officer.user()).orElse(deed.by());
          RiskGrade grade = file.risk().grade().orElse(RiskGrade.EXTREME);
          change.add(id, file.inspections().inspect(seen, owner, grade, plan.inspections(), deed));
        });
  }

  public void mend(CaseId id, int finding, String evidence, Deed deed) {
    office.run(
        change -> change.add(id, change.file(id).inspections().mend(finding, evidence, deed)));
  }

  public void refer(CaseId id, String service, Deed deed) {
    office.run(
        change -> {
          CaseFile file = change.file(id);
          boolean minor = file.minorAt(deed.at(), plan.support().zone());
          change.add(
              id,
              file.support().refer(service, file.opened().offence(), minor, plan.support(), deed));
        });
  }

  public void accepted(CaseId id, int referral, Deed deed) {
    office.run(
        change -> change.add(id, change.file(id).support().accept(referral, plan.support(), deed)));
  }

  public void started(CaseId id, int referral, Deed deed) {
    office.run(change -> change.add(id, new Started(deed.at(), deed.by(), referral)));
  }

  public void ended(CaseId id, int referral, EndReason why, String words, Deed deed) {
    office.run(change -> change.add(id, new Ended(deed.at(), deed.by(), referral, why, words)));
  }

  /**
   * Ends protection. A watch that the person still has must come back first; one that is only kept
   * goes to who is next.
   */
  public void close(CaseId id, String reason, Deed deed) {
    office.run(
        change -> {
          CaseFile file = change.file(id);
          for (WatchRequest request : file.requests()) {
            giveUp(change, file, request, deed);
          }
          change.add(id, new Closed(deed.at(), deed.by(), reason));
          allotment.run(change, deed);
        });
  }

  private static void giveUp(Change change, CaseFile file, WatchRequest request, Deed deed) {
    if (request.open()) {
      request
          .watch()
          .ifPresent(
              watch ->
                  change.add(watch, new Unreserved(deed.at(), deed.by(), "the case is closed")));
      change.add(
          file.id(),
          new RequestFact.Closed(
              deed.at(),
              deed.by(),
              request.number(),
              RequestClosing.WITHDRAWN,
              "the case is closed"));
    }
    request
        .watch()
        .flatMap(change.files()::watch)
        // one that was lost is nobody's to take back
        .filter(watch -> watch.state() == WatchState.ISSUED)
        .flatMap(Watch::holding)
        .filter(held -> held.request().file().equals(file.id()))
        .ifPresent(
            held -> {
              throw new CaseRefusal(
                  "case %s can't be closed: a watch is still with the person; take it back first"
                      .formatted(file.id()));
            });
  }

  public void reopen(CaseId id, String reason, Deed deed) {
    office.run(
        change -> {
          CaseFile file = change.file(id);
          if (!file.open()) {
            requireUnprotected(change, file.opened().person());
          }
          change.add(id, new Reopened(deed.at(), deed.by(), reason));
        });
  }

  private static void requireUnprotected(Change change, ProtectedPersonId person) {
    List<CaseFile> already = change.files().protecting(person);
    if (!already.isEmpty()) {
      throw new CaseRefusal(
          "%s is protected by case %s already".formatted(person, already.getFirst().id()));
    }
  }

  /** Somebody works here from now on, or in another role or at another station. */
  public void post(UserId user, Role role, StationId station, Deed deed) {
    office.run(change -> change.add(user, new Posted(deed.at(), deed.by(), role, station)));
  }

  public void left(UserId user, Deed deed) {
    office.run(change -> change.add(user, new Left(deed.at(), deed.by())));
  }

  /** Somebody has completed a module that the curriculum knows. */
  public void trained(UserId user, String module, Deed deed) {
    if (plan.curriculum().find(module).isEmpty()) {
      throw new CaseRefusal("there is no training \"%s\"".formatted(module));
    }
    office.run(change -> change.add(user, new Trained(deed.at(), deed.by(), module)));
  }
}
