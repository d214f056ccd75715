package org.haetae.casework.casefile;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.haetae.casework.contact.Contact;
import org.haetae.casework.ledger.Fact;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.StationId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.Offence;

/** What happened to a case as a whole. */
public sealed interface CaseFact extends Fact {

  /**
   * A person is protected from now on.
   *
   * @param respondents against whom; may still be unknown
   * @param birthYear for statistics and eligibility
   */
  record Opened(
      Instant at,
      UserId by,
      ProtectedPersonId person,
      Set<RespondentId> respondents,
      Offence offence,
      StationId station,
      OptionalInt birthYear)
      implements CaseFact {
    public Opened {
      respondents = Set.copyOf(respondents);
    }
  }

  /** An officer is in charge from now on. */
  record Assigned(Instant at, UserId by, UserId officer) implements CaseFact {}

  /** How the person is reached from now on, the preferred way first. */
  record ContactsSet(Instant at, UserId by, List<Contact> contacts) implements CaseFact {
    public ContactsSet {
      contacts = List.copyOf(contacts);
    }
  }

  /** Protection has ended. */
  record Closed(Instant at, UserId by, String reason) implements CaseFact {}

  /** It hasn't after all. */
  record Reopened(Instant at, UserId by, String reason) implements CaseFact {}
}
