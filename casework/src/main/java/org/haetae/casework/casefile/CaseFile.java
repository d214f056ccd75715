package org.haetae.casework.casefile;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.haetae.casework.casefile.CaseFact.Assigned;
import org.haetae.casework.casefile.CaseFact.Closed;
import org.haetae.casework.casefile.CaseFact.ContactsSet;
import org.haetae.casework.casefile.CaseFact.Opened;
import org.haetae.casework.casefile.CaseFact.Reopened;
import org.haetae.casework.contact.Contacts;
import org.haetae.casework.inspection.InspectionFact;
import org.haetae.casework.inspection.InspectionFile;
import org.haetae.casework.ledger.Fact;
import org.haetae.casework.release.ReleaseFact;
import org.haetae.casework.release.ReleaseFact.Attempted;
import org.haetae.casework.release.ReleaseFile;
import org.haetae.casework.risk.RiskFact;
import org.haetae.casework.risk.RiskFile;
import org.haetae.casework.support.SupportFact;
import org.haetae.casework.support.SupportPlan;
import org.haetae.casework.watch.RequestFact;
import org.haetae.casework.watch.RequestFact.Asked;
import org.haetae.casework.watch.RequestFact.Told;
import org.haetae.casework.watch.WatchRefusal;
import org.haetae.casework.watch.WatchRequest;
import org.haetae.domain.id.CaseId;

/**
 * A case as its facts have made it. Immutable.
 *
 * @param opened how it began
 * @param officer who is in charge
 * @param closed when protection ended; empty while it lasts
 * @param requests for watches, by number
 */
public record CaseFile(
    CaseId id,
    Opened opened,
    Optional<Officer> officer,
    Contacts contacts,
    Optional<Closed> closed,
    RiskFile risk,
    List<WatchRequest> requests,
    ReleaseFile releases,
    InspectionFile inspections,
    SupportPlan support) {
  private static final int OF_AGE = 18;

  public CaseFile {
    requests = List.copyOf(requests);
  }

  /** The case that a fact opens. */
  public static CaseFile opened(CaseId id, Opened fact) {
    return new CaseFile(
        id,
        fact,
        Optional.empty(),
        Contacts.NONE,
        Optional.empty(),
        RiskFile.EMPTY,
        List.of(),
        ReleaseFile.EMPTY,
        InspectionFile.EMPTY,
        SupportPlan.EMPTY);
  }

  /** Whether the person is protected. */
  public boolean open() {
    return closed.isEmpty();
  }

  /** Whether the person is, or may be, under 18 at {@code instant}. */
  public boolean minorAt(Instant instant, ZoneId zone) {
    return opened.birthYear().isEmpty()
        || instant.atZone(zone).getYear() - opened.birthYear().getAsInt() <= OF_AGE;
  }

  public WatchRequest request(int number) {
    if (number < 1 || number > requests.size()) {
      throw new WatchRefusal("case %s has no request %d for a watch".formatted(id, number));
    }
    return requests.get(number - 1);
  }

  /**
   * The case after {@code fact}; throws a {@link org.haetae.casework.ledger.Refusal} if it can't.
   */
  public CaseFile after(Fact fact) {
    if (!open() && !mayFollowTheEnd(fact)) {
      throw refusal("is closed");
    }
    return switch (fact) {
      case CaseFact own -> own(own);
      case RiskFact graded -> risk(risk.after(graded));
      case RequestFact asked -> requests(asked);
      case ReleaseFact told -> releases(releases.after(told));
      case InspectionFact seen -> inspections(inspections.after(seen));
      case SupportFact helped -> support(support.after(helped));
      default ->
          throw new IllegalArgumentException(
              "no case takes a fact of the kind " + fact.getClass().getSimpleName());
    };
  }

  /** Whoever asked must still be told how it ended, and what was under way is written down. */
  private static boolean mayFollowTheEnd(Fact fact) {
    return fact instanceof Reopened || fact instanceof Told || fact instanceof Attempted;
  }

  private CaseFile own(CaseFact fact) {
    return switch (fact) {
      case Opened _ -> throw refusal("is open already");
      case Assigned assigned ->
          with(Optional.of(new Officer(assigned.officer(), assigned.at())), contacts, closed);
      case ContactsSet set -> with(officer, new Contacts(set.contacts()), closed);
      case Closed end -> {
        requireReason(end.reason(), "closed");
        yield with(officer, contacts, Optional.of(end));
      }
      case Reopened again -> {
        if (open()) {
          throw refusal("is open");
        }
        requireReason(again.reason(), "opened again");
        yield with(officer, contacts, Optional.empty());
      }
    };
  }

  private CaseFile requests(RequestFact fact) {
    List<WatchRequest> next = new ArrayList<>(requests);
    if (fact instanceof Asked asked) {
      if (requests.stream().anyMatch(WatchRequest::open)) {
        throw refusal("has an open request for a watch already");
      }
      if (asked.number() != requests.size() + 1) {
        throw refusal("numbers its requests without a hole");
      }
      next.add(WatchRequest.asked(asked));
    } else {
      next.set(fact.number() - 1, request(fact.number()).after(fact));
    }
    return new CaseFile(
        id, opened, officer, contacts, closed, risk, next, releases, inspections, support);
  }

  private CaseFile with(Optional<Officer> who, Contacts how, Optional<Closed> end) {
    return new CaseFile(id, opened, who, how, end, risk, requests, releases, inspections, support);
  }

  private CaseFile risk(RiskFile next) {
    return new CaseFile(
        id, opened, officer, contacts, closed, next, requests, releases, inspections, support);
  }

  private CaseFile releases(ReleaseFile next) {
    return new CaseFile(
        id, opened, officer, contacts, closed, risk, requests, next, inspections, support);
  }

  private CaseFile inspections(InspectionFile next) {
    return new CaseFile(
        id, opened, officer, contacts, closed, risk, requests, releases, next, support);
  }

  private CaseFile support(SupportPlan next) {
    return new CaseFile(
        id, opened, officer, contacts, closed, risk, requests, releases, inspections, next);
  }

  private void requireReason(String reason, String verb) {
    if (reason.isBlank()) {
      throw refusal("can only be %s with a reason".formatted(verb));
    }
  }

  private CaseRefusal refusal(String why) {
    return new CaseRefusal("case %s %s".formatted(id, why));
  }
}
