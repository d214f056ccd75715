package org.haetae.casework.office;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.haetae.casework.casefile.CaseFile;
import org.haetae.casework.casefile.Officer;
import org.haetae.casework.contact.Contact;
import org.haetae.domain.id.ProtectedPersonId;
import org.haetae.domain.id.RespondentId;
import org.haetae.domain.id.UserId;
import org.haetae.domain.order.RiskGrade;

/** What the plain model knows of a case, without its requests. */
record PlainCase(
    ProtectedPersonId person,
    Set<RespondentId> respondents,
    boolean open,
    Optional<RiskGrade> grade,
    Optional<UserId> officer,
    List<Contact> contacts) {

  static PlainCase of(CaseFile file) {
    return new PlainCase(
        file.opened().person(),
        file.opened().respondents(),
        file.open(),
        file.risk().grade(),
        file.officer().map(Officer::user),
        file.contacts().preferred());
  }

  PlainCase open(boolean now) {
    return new PlainCase(person, respondents, now, grade, officer, contacts);
  }

  PlainCase graded(RiskGrade now) {
    return new PlainCase(person, respondents, open, Optional.of(now), officer, contacts);
  }

  PlainCase led(UserId by) {
    return new PlainCase(person, respondents, open, grade, Optional.of(by), contacts);
  }

  PlainCase reached(List<Contact> how) {
    return new PlainCase(person, respondents, open, grade, officer, how);
  }
}
